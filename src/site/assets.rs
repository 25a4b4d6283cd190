//! Names of the program's files by a hash of their final bytes, so that they may be cached for ever.
//! Trunk hashes before wasm-opt: different bytes could bear one name.

use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

/// The script for pages of other sites, which name it: its name stays.
pub const EMBED_SCRIPT: &str = "embed.js";

/// The script of the page that says what to paste into pages of other sites. It lies beside that page.
pub const SNIPPETS_SCRIPT: &str = "embed/snippets.js";

/// The files of the program, as named in the finished site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assets {
    /// The loader.
    pub boot: String,
    /// The JavaScript that wasm-bindgen makes.
    pub app: String,
    /// The program.
    pub wasm: String,
    /// What Trunk adds for live reload, in development only.
    pub reload: Option<String>,
}

/// Renames the files that Trunk left in a folder.
///
/// # Errors
/// One sentence when a file is missing or cannot be renamed.
pub fn fingerprint_assets(dir: &Path) -> Result<Assets, String> {
    let app = app_script(dir)?;
    let wasm = wasm(dir)?;
    let index = fs::read_to_string(dir.join("index.html"))
        .map_err(|error| format!("index.html: {error}"))?;
    let assets = Assets {
        boot: fingerprint(&dir.join("boot.js"), "boot", "js")?,
        app: fingerprint(&app, "app", "js")?,
        wasm: fingerprint(&wasm, "app", "wasm")?,
        reload: reload_script(&index),
    };
    Ok(assets)
}

/// The JavaScript that wasm-bindgen makes, as Trunk left it in a folder.
///
/// # Errors
/// One sentence when there is none.
pub fn app_script(dir: &Path) -> Result<PathBuf, String> {
    find(dir, "backup-calculator-", ".js")
}

/// The program, as Trunk left it in a folder.
///
/// # Errors
/// One sentence when there is none.
pub fn wasm(dir: &Path) -> Result<PathBuf, String> {
    find(dir, "backup-calculator-", "_bg.wasm")
}

fn find(dir: &Path, start: &str, end: &str) -> Result<PathBuf, String> {
    let files = fs::read_dir(dir).map_err(|error| format!("{}: {error}", dir.display()))?;
    files
        .flatten()
        .map(|file| file.path())
        .find(|path| {
            let name = path
                .file_name()
                .and_then(|name| name.to_str())
                .unwrap_or_default();
            name.starts_with(start) && name.ends_with(end)
        })
        .ok_or_else(|| {
            format!(
                "{} has no {start}*{end}: did Trunk build the program?",
                dir.display()
            )
        })
}

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

/// The script by which `trunk serve` reloads pages; a release build has none.
fn reload_script(index: &str) -> Option<String> {
    let start = index.find("<script>")?;
    let end = start + index[start..].find("</script>")? + "</script>".len();
    index[start..end]
        .contains("__TRUNK")
        .then(|| index[start..end].to_owned())
}
