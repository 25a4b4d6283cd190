//! Makes the scripts of a release small with esbuild, before [`super::assets`] names them by their bytes.

use std::io::ErrorKind;
use std::path::Path;
use std::process::Command;

use super::assets;

/// Makes the scripts that Trunk left in a folder small. A development build keeps its own, to be read.
///
/// # Errors
/// One sentence when a script or esbuild is missing, or when esbuild refuses.
pub fn scripts(dir: &Path) -> Result<(), String> {
    for script in [assets::app_script(dir)?, dir.join("boot.js")] {
        esbuild("esbuild", &script)?;
    }
    Ok(())
}

/// Has a script rewritten in place by the program of this name.
///
/// # Errors
/// One sentence when the program is missing or refuses; what it says itself goes to the terminal.
pub fn esbuild(program: &str, script: &Path) -> Result<(), String> {
    let status = Command::new(program)
        .arg(script)
        .arg(format!("--outfile={}", script.display()))
        .args([
            "--allow-overwrite",
            "--format=esm",
            "--minify",
            "--log-level=warning",
        ])
        .status()
        .map_err(|error| match error.kind() {
            ErrorKind::NotFound => format!(
                "{program} is missing, which makes the scripts small: make build installs it"
            ),
            _ => format!("{program}: {error}"),
        })?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("{program} refuses {}", script.display()))
    }
}
