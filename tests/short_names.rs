//! Short names of the imports and exports of the Wasm: the same in the Wasm and in its JavaScript, and each of its own.
#![cfg(feature = "site")]

use backup_calculator::site::short_names::with_short_names;
use wasm_encoder::{EntityType, ExportKind, ExportSection, ImportSection, Module, TypeSection};
use wasmparser::{Parser, Payload};

const GET: &str = "__wbg_get_0123456789abcdef";
const OTHER_GET: &str = "__wbg_get_fedcba9876543210";
const CAST: &str = "__wbindgen_cast_0000000000000001";
const THROW: &str = "__wbindgen_throw";
const INVOKE: &str = "wasm_bindgen__convert__closures_____invoke__h0123456789abcdef";

fn module(names: &[&str]) -> Vec<u8> {
    let mut types = TypeSection::new();
    types.ty().function([], []);
    let mut imports = ImportSection::new();
    for name in names {
        imports.import("./app_bg.js", name, EntityType::Function(0));
    }
    let mut exports = ExportSection::new();
    exports.export(INVOKE, ExportKind::Func, 0);
    exports.export("start", ExportKind::Func, 0);
    let mut module = Module::new();
    module.section(&types).section(&imports).section(&exports);
    module.finish()
}

fn import_names(wasm: &[u8]) -> Vec<&str> {
    let payloads = Parser::new(0).parse_all(wasm);
    let sections = payloads.filter_map(|payload| match payload.unwrap() {
        Payload::ImportSection(section) => Some(section),
        _ => None,
    });
    let imports = sections.flat_map(|section| section.into_imports());
    imports.map(|import| import.unwrap().name).collect()
}

fn export_names(wasm: &[u8]) -> Vec<&str> {
    let payloads = Parser::new(0).parse_all(wasm);
    let sections = payloads.filter_map(|payload| match payload.unwrap() {
        Payload::ExportSection(section) => Some(section),
        _ => None,
    });
    let exports = sections.flatten();
    exports.map(|export| export.unwrap().name).collect()
}

#[test]
fn names_with_a_hash_become_numbers_in_both_files() {
    let script = format!("{{{GET}:f,{OTHER_GET}:g,{CAST}:h,{THROW}:i}}wasm.{INVOKE}()");
    let wasm = module(&[GET, CAST, OTHER_GET, GET, THROW]);
    let (script, wasm) = with_short_names(&script, &wasm).unwrap();
    assert_eq!(script, "{i0:f,i2:g,i1:h,__wbindgen_throw:i}wasm.i3()");
    assert_eq!(import_names(&wasm), ["i0", "i1", "i2", "i0", THROW]);
    assert_eq!(export_names(&wasm), ["i3", "start"]);
}

#[test]
fn a_module_that_is_none_is_refused() {
    assert!(with_short_names("", b"no Wasm").is_err());
}
