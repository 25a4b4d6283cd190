//! The sizes of the files, compressed as by a CDN (brotli 11), and their budgets.

use std::fs;
use std::path::{Path, PathBuf};

use super::assets;
use crate::domain::editions::DEFAULT_EDITION;

/// Budget of a page with the CSS that it carries, in bytes: it fits into the first round trip.
pub const PAGE_BUDGET: usize = 14_336;
/// Budget of the Wasm and the JavaScript of a page together, in bytes, with the default edition in the Wasm: another one weighs what it has
/// to say.
pub const APP_BUDGET: usize = 170_000;
/// Budget of the script for pages of other sites, in bytes.
pub const EMBED_BUDGET: usize = 2_048;

/// Parts of the paths at which cargo and rustup keep sources. Wasm that contains one differs from machine to machine.
const MACHINE_PATHS: [&str; 2] = ["/registry/src/", "/toolchains/"];

/// Returns the table of sizes.
///
/// # Errors
/// Returns the table with the files over budget if there are any, or a message if the Wasm contains a path of this machine.
pub fn report(dir: &Path) -> Result<String, String> {
    let mut table = format!(
        "{:>8} {:>8}  file (bytes as they are, and brotli 11)\n",
        "raw", "brotli"
    );
    let (mut app_size, mut over) = (0_usize, Vec::new());
    for path in sorted_files(dir)? {
        let bytes = fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        let name = path
            .strip_prefix(dir)
            .unwrap_or(&path)
            .display()
            .to_string();
        if name.ends_with(".wasm") && MACHINE_PATHS.iter().any(|part| contains(&bytes, part)) {
            return Err(format!(
                "{name} names folders of this machine: make build leaves them out, see .ci/remap-path-prefix.sh"
            ));
        }
        // Pictures are compressed already.
        let size = match name.ends_with(".png") {
            true => bytes.len(),
            false => brotli(&bytes),
        };
        table += &format!("{:>8} {size:>8}  {name}\n", bytes.len());
        let budget = budget(&name);
        if size > budget {
            over.push(format!("{name} weighs {size} bytes, more than {budget}"));
        }
        if is_part_of_app(&name) {
            app_size = app_size.saturating_add(size);
        }
    }
    table +=
        &format!("{app_size:>17}  Wasm and JavaScript of a page together (budget {APP_BUDGET})\n");
    if app_size == 0 {
        over.push("there is no Wasm or JavaScript at all".to_owned());
    }
    let edition = std::env::var("EDITION").unwrap_or_default();
    let has_default_edition = edition.is_empty() || edition == DEFAULT_EDITION;
    if app_size > APP_BUDGET && has_default_edition {
        over.push(format!(
            "Wasm and JavaScript weigh {app_size} bytes, more than {APP_BUDGET}"
        ));
    }
    if over.is_empty() {
        Ok(table)
    } else {
        Err(format!("{table}Over budget:\n  {}", over.join("\n  ")))
    }
}

/// Returns the budget of a file, in bytes; [`usize::MAX`] if it has none of its own.
fn budget(name: &str) -> usize {
    match name {
        assets::EMBED_SCRIPT => EMBED_BUDGET,
        name if name.ends_with(".html") => PAGE_BUDGET,
        _ => usize::MAX,
    }
}

/// Returns whether a file is part of the app. The scripts for other sites and of the documentation pages are not.
fn is_part_of_app(name: &str) -> bool {
    let other_scripts = [
        assets::EMBED_SCRIPT,
        assets::COPY_SCRIPT,
        assets::SNIPPETS_SCRIPT,
    ];
    name.ends_with(".wasm") || (name.ends_with(".js") && !other_scripts.contains(&name))
}

fn contains(bytes: &[u8], text: &str) -> bool {
    bytes
        .windows(text.len())
        .any(|part| part == text.as_bytes())
}

fn sorted_files(dir: &Path) -> Result<Vec<PathBuf>, String> {
    let mut files = Vec::new();
    collect(dir, &mut files)
        .map_err(|error| format!("{}: {error}; run make build first", dir.display()))?;
    files.sort();
    Ok(files)
}

fn collect(dir: &Path, files: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in fs::read_dir(dir)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}

fn brotli(bytes: &[u8]) -> usize {
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        ..Default::default()
    };
    let mut compressed = Vec::new();
    // Compression to memory does not fail. If it did, the size would be over budget.
    brotli::BrotliCompress(&mut &*bytes, &mut compressed, &parameters)
        .map_or(usize::MAX, |_| compressed.len())
}
