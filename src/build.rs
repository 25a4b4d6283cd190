//! Validates the policy of each edition and serializes the one at the root of the site for the app.

#[allow(dead_code, unused_imports, reason = "only the policy is used")]
#[path = "domain/mod.rs"]
mod domain;
#[path = "site/policy_files.rs"]
mod policy_files;

use std::error::Error;
use std::path::Path;
use std::{env, fs};

use domain::editions::Editions;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=src/build.rs");
    println!("cargo::rerun-if-changed=static/policy");
    println!("cargo::rerun-if-env-changed=EDITION");
    // Only the app embeds the policy. Without it a broken policy compiles, so that `build-site check` can report it.
    if env::var_os("CARGO_FEATURE_CSR").is_none() {
        return Ok(());
    }
    let files = policy_files::read_policy_files(Path::new("static/policy"))?;
    let default = env::var("EDITION").unwrap_or_default();
    match Editions::from_json(files.iter().map(String::as_str), &default) {
        Ok(editions) => {
            let path = Path::new(&env::var("OUT_DIR")?).join("policy.bin");
            fs::write(path, postcard::to_allocvec(&editions.at_root())?)?;
        }
        Err(problems) => {
            for problem in problems {
                println!("cargo::error={problem}");
            }
        }
    }
    Ok(())
}
