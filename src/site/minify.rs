//! Minification of the scripts of a release, before [`super::assets`] names the files by their content.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use std::process::Command;

use super::assets;

/// Minifies the scripts in the folder that Trunk built.
///
/// # Errors
/// Returns a message if a script or esbuild is missing, or if esbuild fails.
pub fn minify_assets(dir: &Path) -> Result<(), String> {
    bundle_app(&assets::app_script(dir)?)?;
    let modules = [
        dir.join(assets::BOOT_SCRIPT),
        dir.join(assets::COPY_SCRIPT),
        dir.join(assets::SNIPPETS_SCRIPT),
    ];
    for script in modules {
        esbuild("esbuild", &script, &["--format=esm"])?;
    }
    // A classic script, not a module.
    esbuild("esbuild", &dir.join(assets::EMBED_SCRIPT), &[])
}

/// Minifies the JavaScript of wasm-bindgen in place, without what the loader does not import.
fn bundle_app(script: &Path) -> Result<(), String> {
    let name = script.file_name().unwrap_or_default().display();
    let entry = script.with_file_name("entry.js");
    let explain = |error: std::io::Error| format!("{}: {error}", entry.display());
    let exports = format!("export {{ default, start }} from './{name}';\n");
    fs::write(&entry, exports).map_err(explain)?;
    esbuild("esbuild", &entry, &["--bundle", "--format=esm"])?;
    fs::rename(&entry, script).map_err(explain)
}

/// Minifies a script in place with esbuild, whose executable is `program`, and more options.
///
/// # Errors
/// Returns a message if the program is missing or fails. Its own messages go to the terminal.
pub fn esbuild(program: &str, script: &Path, options: &[&str]) -> Result<(), String> {
    let status = Command::new(program)
        .arg(script)
        .arg(format!("--outfile={}", script.display()))
        .args(["--allow-overwrite", "--minify", "--log-level=warning"])
        .args(options)
        .status()
        .map_err(|error| match error.kind() {
            ErrorKind::NotFound => {
                format!(
                    "{program} is missing, which makes the scripts small: make build installs it"
                )
            }
            _ => format!("{program}: {error}"),
        })?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("{program} refuses {}", script.display()))
    }
}
