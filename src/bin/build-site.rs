//! Checks the policy, writes the site and reports its sizes; see [`backup_calculator::site`].

use std::path::Path;
use std::process::ExitCode;

use backup_calculator::site;

const USAGE: &str = "build-site check DIR | build-site write [DIR] | build-site sizes DIR";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let staging = std::env::var("TRUNK_STAGING_DIR").unwrap_or_default();
    let result = match arguments.as_slice() {
        ["check", dir] => site::check::check_dir(dir.as_ref()),
        ["write"] if !staging.is_empty() => post_build(staging.as_ref()),
        ["write", dir] => site::write::write(dir.as_ref(), std::env::var("SITE_URL").ok()),
        ["sizes", dir] => site::sizes::report(dir.as_ref()),
        _ => Err(format!("usage: {USAGE}")),
    };
    match result {
        Ok(text) => {
            print!("{text}");
            ExitCode::SUCCESS
        }
        Err(text) => {
            eprintln!("{text}");
            ExitCode::FAILURE
        }
    }
}

/// Finishes the site in the folder that Trunk built.
fn post_build(staging: &Path) -> Result<String, String> {
    if std::env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release") {
        site::short_names::shorten_names(staging)?;
        site::minify::minify_assets(staging)?;
    }
    site::write::write(staging, std::env::var("SITE_URL").ok())
}
