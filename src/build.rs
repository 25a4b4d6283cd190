//! Packs the policy for the browser; see [`domain::packed`].

#[allow(dead_code, unused_imports, reason = "the build only packs")]
#[path = "domain/mod.rs"]
mod domain;

use std::path::Path;
use std::process::ExitCode;
use std::{env, fs};

use domain::policy_file;

fn main() -> ExitCode {
    // The policy is part of this program, so cargo builds and runs it anew whenever the file changes.
    println!("cargo::rerun-if-changed=src/build.rs");
    // Without the app, as for `site check`, which names every error of a damaged policy, nobody unpacks it.
    if env::var_os("CARGO_FEATURE_CSR").is_none() {
        return ExitCode::SUCCESS;
    }
    match write() {
        Ok(()) => ExitCode::SUCCESS,
        Err(text) => {
            eprintln!("{text}");
            ExitCode::FAILURE
        }
    }
}

fn write() -> Result<(), String> {
    let policy = policy_file::parse(policy_file::POLICY_JSON)
        .map_err(|problems| policy_file::format_problems(&problems))?;
    let bytes = postcard::to_allocvec(&policy).map_err(|error| error.to_string())?;
    let dir = env::var_os("OUT_DIR").ok_or("OUT_DIR is not set: cargo runs this program")?;
    fs::write(Path::new(&dir).join("policy.bin"), bytes)
        .map_err(|error| format!("policy.bin: {error}"))
}
