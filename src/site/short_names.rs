//! Short names for the imports and exports of the Wasm. wasm-bindgen ends most names with a hash of 16 digits, so that equal names of
//! different crates do not collide. Hashes do not compress, and the names stand in the Wasm and in its JavaScript: together 4 KB for each
//! visitor.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::fs;
use std::path::Path;

use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{ExportSection, ImportSection, Module};
use wasmparser::{Export, Import, Parser, Payload};

use super::assets;

/// Digits of the hash at the end of a name.
const HASH_DIGITS: usize = 16;

/// Shortens the names of the imports and exports in the files that Trunk built in a folder.
///
/// # Errors
/// Returns a message if a file is missing or cannot be read or written.
pub fn shorten_names(dir: &Path) -> Result<(), String> {
    let (script_path, wasm_path) = (assets::app_script(dir)?, assets::wasm(dir)?);
    let explain = |error: std::io::Error| format!("{}: {error}", dir.display());
    let script = fs::read_to_string(&script_path).map_err(explain)?;
    let wasm = fs::read(&wasm_path).map_err(explain)?;
    let (script, wasm) = with_short_names(&script, &wasm)
        .map_err(|error| format!("{}: {error}", wasm_path.display()))?;
    fs::write(script_path, script).map_err(explain)?;
    fs::write(wasm_path, wasm).map_err(explain)
}

/// Returns the JavaScript and the Wasm of an app with short names of imports and exports.
///
/// # Errors
/// Returns an error if the Wasm is invalid.
pub fn with_short_names(script: &str, wasm: &[u8]) -> Result<(String, Vec<u8>), Error<Infallible>> {
    let names = short_names(wasm)?;
    let mut script = script.to_owned();
    for (name, short_name) in &names {
        script = script.replace(name, short_name);
    }
    let mut module = Module::new();
    Renaming(names).parse_core_module(&mut module, Parser::new(0), wasm)?;
    Ok((script, module.finish()))
}

/// Returns a short name for each import and export whose name ends with a hash: its number.
fn short_names(wasm: &[u8]) -> Result<BTreeMap<String, String>, Error<Infallible>> {
    let mut names = BTreeMap::new();
    let mut add = |name: &str| {
        if has_hash(name) {
            let number = names.len();
            names
                .entry(name.to_owned())
                .or_insert_with(|| format!("i{number:x}"));
        }
    };
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    add(import?.name);
                }
            }
            Payload::ExportSection(section) => {
                for export in section {
                    add(export?.name);
                }
            }
            _ => {}
        }
    }
    Ok(names)
}

/// Returns whether a name ends with a hash.
fn has_hash(name: &str) -> bool {
    let hash = name.rsplit_once('_').map_or("", |(_, hash)| hash);
    let hash = hash.strip_prefix('h').unwrap_or(hash);
    hash.len() == HASH_DIGITS && hash.bytes().all(|digit| digit.is_ascii_hexdigit())
}

/// Writes a module with other names of imports and exports.
struct Renaming(BTreeMap<String, String>);

impl Renaming {
    fn new_name<'a>(&'a self, name: &'a str) -> &'a str {
        self.0.get(name).map_or(name, String::as_str)
    }
}

impl Reencode for Renaming {
    type Error = Infallible;

    fn parse_import(
        &mut self,
        imports: &mut ImportSection,
        import: Import,
    ) -> Result<(), Error<Infallible>> {
        let entity_type = self.entity_type(import.ty)?;
        imports.import(import.module, self.new_name(import.name), entity_type);
        Ok(())
    }

    fn parse_export(
        &mut self,
        exports: &mut ExportSection,
        export: Export,
    ) -> Result<(), Error<Infallible>> {
        let kind = self.export_kind(export.kind)?;
        let index = self.external_index(export.kind, export.index)?;
        exports.export(self.new_name(export.name), kind, index);
        Ok(())
    }

    fn parse_import_section(
        &mut self,
        imports: &mut ImportSection,
        section: wasmparser::ImportSectionReader,
    ) -> Result<(), Error<Infallible>> {
        for import in section.into_imports() {
            self.parse_import(imports, import?)?;
        }
        Ok(())
    }
}
