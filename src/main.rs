//! The app in the browser: reads the embedded policy and mounts over the prerendered page.

use backup_calculator::app;

/// Allocator with less code than the standard one.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// Policy, serialized by `build.rs`.
static POLICY_BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/policy.bin"));

fn main() {
    // The bytes are valid, since the same types wrote them. If not, the prerendered page stays, and `boot.js` says that live
    // features are off.
    if let Ok(policy) = postcard::from_bytes(POLICY_BYTES) {
        app::mount(policy);
    }
}
