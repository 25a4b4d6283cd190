//! The app in the browser: reads a policy and mounts over the prerendered page.

use backup_calculator::app;
use wasm_bindgen::prelude::wasm_bindgen;

/// Allocator with less code than the standard one.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// Policy of the edition at the root of the site, serialized by `build.rs`.
static POLICY_BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/policy.bin"));

/// Mounts the app. The loader calls it, with the serialized policy on a page of an edition in a folder.
#[wasm_bindgen]
pub fn start(policy: Option<Vec<u8>>) {
    // The bytes are valid, since the same types wrote them. If not, the prerendered page stays, and `boot.js` says that live
    // features are off.
    if let Ok(policy) = postcard::from_bytes(policy.as_deref().unwrap_or(POLICY_BYTES)) {
        app::mount(policy);
    }
}

fn main() {}
