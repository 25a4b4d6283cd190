//! Makes the program of a release small, before [`super::assets`] names its files by their bytes.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use std::process::Command;

use super::{assets, compact};

/// Makes what Trunk left in a folder small: short names between Wasm and JavaScript, scripts without what only
/// people read. A development build keeps its own.
///
/// # Errors
/// One sentence when a file or esbuild is missing, or one of them is not as expected.
pub fn minify_assets(dir: &Path) -> Result<(), String> {
    let wasm = assets::wasm(dir)?;
    let script = assets::app_script(dir)?;
    let (small, names) = compact::compact(&fs::read(&wasm).map_err(explain(&wasm))?)
        .map_err(|error| format!("{}: {error}", wasm.display()))?;
    fs::write(&wasm, small).map_err(explain(&wasm))?;

    let cache = dir.join("names.json");
    let json = serde_json::to_string(&names).map_err(|error| error.to_string())?;
    fs::write(&cache, json).map_err(explain(&cache))?;
    let long: Vec<&str> = names.keys().map(String::as_str).collect();
    esbuild(
        "esbuild",
        &script,
        &[
            MODULE.to_owned(),
            format!("--mangle-props=^({})$", long.join("|")),
            format!("--mangle-cache={}", cache.display()),
        ],
    )?;
    fs::remove_file(&cache).map_err(explain(&cache))?;
    let text = fs::read_to_string(&script).map_err(explain(&script))?;
    if let Some(name) = long.iter().find(|name| text.contains(**name)) {
        return Err(format!("{} still says {name}", script.display()));
    }

    esbuild("esbuild", &dir.join("boot.js"), &[MODULE.to_owned()])?;
    esbuild(
        "esbuild",
        &dir.join(assets::SNIPPETS_SCRIPT),
        &[MODULE.to_owned()],
    )?;
    // A classic script, which stays one.
    esbuild("esbuild", &dir.join(assets::EMBED_SCRIPT), &[])
}

/// A script that imports, or waits at its top.
const MODULE: &str = "--format=esm";

fn explain(path: &Path) -> impl Fn(std::io::Error) -> String {
    move |error| format!("{}: {error}", path.display())
}

/// Has a script rewritten in place by the program of this name, with more options.
///
/// # Errors
/// One sentence when the program is missing or refuses; what it says itself goes to the terminal.
pub fn esbuild(program: &str, script: &Path, options: &[String]) -> Result<(), String> {
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
