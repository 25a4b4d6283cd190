//! The files of the app, named by a hash of their final content so that browsers can cache them forever. The names that Trunk gives
//! are not enough: it hashes before wasm-opt runs.

use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::domain::Policy;

/// Name of the loader as Trunk copies it.
pub const BOOT_SCRIPT: &str = "boot.js";

/// Name of the script for pages of other sites, which load it by this name.
pub const EMBED_SCRIPT: &str = "embed.js";

/// Name of the script that copies code, of the documentation pages.
pub const COPY_SCRIPT: &str = "embed/copy.js";

/// Path of the script of the page on embedding.
pub const SNIPPETS_SCRIPT: &str = "embed/snippets.js";

/// Names of the app's files in the finished site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assets {
    /// The loader.
    pub boot: String,
    /// The styles of the app.
    pub styles: String,
    /// The JavaScript of wasm-bindgen.
    pub app: String,
    /// The Wasm.
    pub wasm: String,
    /// HTML of the live-reload script of `trunk serve`; `None` in a release build.
    pub reload: Option<String>,
}

/// The folder of an edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EditionFolder {
    /// Path below the root of the site, with a slash at its end.
    pub path: String,
    /// Name of the file with the serialized policy, at the root of the site.
    pub policy_file: String,
}

/// Writes the serialized policy of an edition in a folder, and returns the folder.
///
/// # Errors
/// Returns a message if the file cannot be written.
pub fn write_policy(dir: &Path, policy: &Policy) -> Result<EditionFolder, String> {
    let edition = policy.edition;
    let bytes = postcard::to_allocvec(policy).map_err(|error| error.to_string())?;
    let file = dir.join("policy.bin");
    fs::write(&file, bytes).map_err(|error| format!("{}: {error}", file.display()))?;
    Ok(EditionFolder {
        path: format!("{edition}/"),
        policy_file: fingerprint(&file, &format!("policy-{edition}"), "bin")?,
    })
}

/// Renames the files that Trunk built in a folder, and writes the styles of the app beside them.
///
/// # Errors
/// Returns a message if a file is missing or cannot be written or renamed.
pub fn fingerprint_assets(dir: &Path, styles: &str) -> Result<Assets, String> {
    let app = app_script(dir)?;
    let wasm = wasm(dir)?;
    let stylesheet = dir.join("app.css");
    fs::write(&stylesheet, styles).map_err(|error| format!("app.css: {error}"))?;
    let index = fs::read_to_string(dir.join("index.html"))
        .map_err(|error| format!("index.html: {error}"))?;
    Ok(Assets {
        boot: fingerprint(&dir.join(BOOT_SCRIPT), "boot", "js")?,
        styles: fingerprint(&stylesheet, "app", "css")?,
        app: fingerprint(&app, "app", "js")?,
        wasm: fingerprint(&wasm, "app", "wasm")?,
        reload: reload_script(&index),
    })
}

/// Returns the path of the JavaScript of wasm-bindgen, as Trunk named it.
///
/// # Errors
/// Returns a message if there is none.
pub fn app_script(dir: &Path) -> Result<PathBuf, String> {
    find(dir, "backup-calculator-", ".js")
}

/// Returns the path of the Wasm, as Trunk named it.
///
/// # Errors
/// Returns a message if there is none.
pub fn wasm(dir: &Path) -> Result<PathBuf, String> {
    find(dir, "backup-calculator-", "_bg.wasm")
}

fn find(dir: &Path, start: &str, end: &str) -> Result<PathBuf, String> {
    let entries = fs::read_dir(dir).map_err(|error| format!("{}: {error}", dir.display()))?;
    let mut paths = entries.flatten().map(|entry| entry.path());
    let is_match = |path: &PathBuf| {
        let name = path
            .file_name()
            .and_then(|name| name.to_str())
            .unwrap_or_default();
        name.starts_with(start) && name.ends_with(end)
    };
    paths.find(is_match).ok_or_else(|| {
        format!(
            "{} has no {start}*{end}: did Trunk build the program?",
            dir.display()
        )
    })
}

/// Renames a file to a name with the first 8 bytes of the SHA-256 of its content, and returns the name.
fn fingerprint(path: &Path, stem: &str, extension: &str) -> Result<String, String> {
    let explain = |error: std::io::Error| format!("{}: {error}", path.display());
    let hash = Sha256::digest(fs::read(path).map_err(explain)?);
    let hash: String = hash
        .iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let name = format!("{stem}-{hash}.{extension}");
    fs::rename(path, path.with_file_name(&name)).map_err(explain)?;
    Ok(name)
}

/// Returns the script by which `trunk serve` reloads pages.
fn reload_script(index: &str) -> Option<String> {
    let start = index.find("<script>")?;
    let end = start + index[start..].find("</script>")? + "</script>".len();
    index[start..end]
        .contains("__TRUNK")
        .then(|| index[start..end].to_owned())
}
