//! What the site weighs, compressed as a CDN would (brotli 11), against the budgets of DESIGN 6.

use std::fs;
use std::path::{Path, PathBuf};

use super::assets;

/// The most that a page may weigh with its CSS: it arrives in the first round trip.
pub const PAGE_BUDGET: usize = 14_336;
/// The most that the Wasm and JavaScript of a page may weigh together.
pub const APP_BUDGET: usize = 120_000;

/// The most that the script for pages of other sites may weigh, which they pay for whether somebody looks or not.
pub const EMBED_BUDGET: usize = 2_048;

/// Parts of paths at which cargo and rustup keep sources. A program that names one differs from machine to machine.
const MACHINE_PATHS: [&str; 2] = ["/registry/src/", "/toolchains/"];

/// The table of sizes.
///
/// # Errors
/// The table and what is over budget, if anything is; or what of the program names a folder of this machine.
pub fn report(dir: &Path) -> Result<String, String> {
    let mut files = Vec::new();
    collect(dir, &mut files)
        .map_err(|error| format!("{}: {error}; run make build first", dir.display()))?;
    files.sort();
    let mut table = format!(
        "{:>8} {:>8}  file (bytes as they are, and brotli 11)\n",
        "raw", "brotli"
    );
    let (mut program, mut over) = (0, Vec::new());
    for path in files {
        let bytes = fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        let name = path
            .strip_prefix(dir)
            .unwrap_or(&path)
            .display()
            .to_string();
        if name.ends_with(".wasm") && MACHINE_PATHS.iter().any(|part| contains(&bytes, part)) {
            return Err(format!(
                "{name} names folders of this machine: make build leaves them out, see .ci/remap.sh"
            ));
        }
        let weight = brotli(&bytes);
        table += &format!("{:>8} {weight:>8}  {name}\n", bytes.len());
        let budget = match name.as_str() {
            assets::EMBED_SCRIPT => EMBED_BUDGET,
            name if name.ends_with(".html") => PAGE_BUDGET,
            _ => usize::MAX,
        };
        if weight > budget {
            over.push(format!("{name} weighs {weight} bytes, more than {budget}"));
        }
        // No page of the app loads the script for pages of others, which has a budget of its own, nor the one of the page
        // on that, which has no program.
        let elsewhere = [assets::EMBED_SCRIPT, assets::SNIPPETS_SCRIPT].contains(&name.as_str());
        if (name.ends_with(".js") && !elsewhere) || name.ends_with(".wasm") {
            program = weight.saturating_add(program);
        }
    }
    table += &format!(
        "{:>17}  Wasm and JavaScript of a page together (budget {APP_BUDGET})\n",
        program
    );
    if program == 0 {
        over.push("there is no Wasm or JavaScript at all".to_owned());
    }
    if program > APP_BUDGET {
        over.push(format!(
            "Wasm and JavaScript weigh {program} bytes, more than {APP_BUDGET}"
        ));
    }
    if over.is_empty() {
        Ok(table)
    } else {
        Err(format!("{table}Over budget:\n  {}", over.join("\n  ")))
    }
}

fn contains(bytes: &[u8], text: &str) -> bool {
    bytes
        .windows(text.len())
        .any(|part| part == text.as_bytes())
}

fn collect(dir: &Path, files: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in fs::read_dir(dir)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?
        } else {
            files.push(path)
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
    // Writing to memory does not fail; a failure would count as weightless and so over no budget.
    brotli::BrotliCompress(&mut &*bytes, &mut compressed, &parameters)
        .map_or(usize::MAX, |_| compressed.len())
}
