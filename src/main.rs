//! The app in the browser: unpacks the policy that is built in and mounts over the written page.

use backup_calculator::app;

/// Smaller than the standard allocator, which each visitor would pay for.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// What `build.rs` made of the policy.
static POLICY_BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/policy.bin"));

fn main() {
    // The build checks the policy. Should it be damaged all the same, the written page stays as it is, and the
    // loader says that live features are off.
    if let Ok(policy) = postcard::from_bytes(POLICY_BYTES) {
        app::start(policy);
    }
}
