//! Validates the policy and serializes it for the app.

#[allow(dead_code, unused_imports, reason = "only the policy is used")]
#[path = "domain/mod.rs"]
mod domain;

use std::error::Error;
use std::path::Path;
use std::{env, fs};

use domain::Policy;
use domain::policy_file::POLICY_JSON;

fn main() -> Result<(), Box<dyn Error>> {
    // The policy is compiled into this program: Cargo runs it again whenever the file changes.
    println!("cargo::rerun-if-changed=src/build.rs");
    // Only the app embeds the policy. Without it a broken policy compiles, so that `build-site check` can report it.
    if env::var_os("CARGO_FEATURE_CSR").is_none() {
        return Ok(());
    }
    match Policy::from_json(POLICY_JSON) {
        Ok(policy) => {
            let path = Path::new(&env::var("OUT_DIR")?).join("policy.bin");
            fs::write(path, postcard::to_allocvec(&policy)?)?;
        }
        Err(problems) => {
            for problem in problems {
                println!("cargo::error={problem}");
            }
        }
    }
    Ok(())
}
