//! Short names between Wasm and JavaScript.
#![cfg(feature = "site")]

use backup_calculator::site::names::shorten;

const HEAD: &[u8] = b"\0asm\x01\0\0\0";
/// A section that is none of names, and stays.
const CUSTOM: &[u8] = b"\x00\x02\x01x";

/// A text, or a section after its number, with its length before it.
fn counted(bytes: &[u8]) -> Vec<u8> {
    let length = bytes.len();
    let mut all = match length {
        0..=0x7f => vec![length as u8],
        _ => vec![(length & 0x7f) as u8 | 0x80, (length >> 7) as u8],
    };
    all.extend(bytes);
    all
}

/// A program that imports these from `./m` and exports these; all imports are of one kind, of which 0 is functions.
fn program(imports: &[&str], exports: &[&str], kind: u8) -> Vec<u8> {
    let entries = |names: &[&str], start: &[u8], end: &[u8]| {
        let entry = |name: &&str| [start, &counted(name.as_bytes()), end].concat();
        let entries: Vec<u8> = names.iter().flat_map(entry).collect();
        counted(&[&[names.len() as u8], entries.as_slice()].concat())
    };
    let imports = entries(imports, &counted(b"./m"), &[kind, 0xc8, 0x01]);
    let exports = entries(exports, &[], &[2, 0]);
    [HEAD, &[2], &imports, CUSTOM, &[7], &exports].concat()
}

#[test]
fn imports_and_exports_get_short_names_and_nothing_else_changes() {
    let long = program(
        &["__wbg_a_0123", "__wbg_b_4567"],
        &["memory", "__wbindgen_free"],
        0,
    );
    let (short, names) = shorten(&long).unwrap();
    assert_eq!(short, program(&["a", "b"], &["memory", "c"], 0));
    let names: Vec<_> = names
        .iter()
        .map(|(long, short)| format!("{long} {short}"))
        .collect();
    assert_eq!(
        names,
        ["__wbg_a_0123 a", "__wbg_b_4567 b", "__wbindgen_free c"]
    );
}

#[test]
fn no_two_names_become_one() {
    let long: Vec<String> = (0..120).map(|index| format!("__wbg_{index}")).collect();
    let long: Vec<&str> = long.iter().map(String::as_str).collect();
    let (_, names) = shorten(&program(&long, &["__wbg_7"], 0)).unwrap();
    let mut short: Vec<&String> = names.values().collect();
    short.sort();
    short.dedup();
    assert_eq!((names.len(), short.len()), (120, 120));
    assert_eq!(
        (
            &*names["__wbg_25"],
            &*names["__wbg_26"],
            &*names["__wbg_53"]
        ),
        ("z", "aa", "bb")
    );
}

#[test]
fn other_bytes_are_refused() {
    let good = program(&["__wbg_a"], &["memory"], 0);
    assert_eq!(shorten(b"<!doctype html>"), None);
    assert_eq!(
        shorten(&program(&["__wbg_a"], &[], 3)),
        None,
        "an imported global"
    );
    // A program may end after any section.
    let ends: Vec<usize> = (0..good.len())
        .filter(|end| shorten(&good[..*end]).is_some())
        .collect();
    let custom = good.windows(4).position(|bytes| bytes == CUSTOM).unwrap();
    assert_eq!(ends, [HEAD.len(), custom, custom + CUSTOM.len()]);
}
