//! The program written for compression: the same functions under shorter names, in another order.
#![cfg(feature = "site")]

use backup_calculator::site::compact::{Names, compact};
use wasm_encoder::{
    CodeSection, CustomSection, ElementSection, Elements, EntityType, ExportKind, ExportSection,
    Function, FunctionSection, ImportSection, Instruction, Module, RefType, StartSection,
    TableSection, TableType, TypeSection, ValType,
};
use wasmparser::{ElementItems, Operator, Parser, Payload, Validator};

/// A program that imports these functions; its own have the numbers of `sizes`: each pushes and drops its number so many
/// times and calls the next one. They are exported under the names, `start` comes first, and a table holds the last.
fn program(imports: &[&str], exports: &[&str], sizes: &[usize]) -> Vec<u8> {
    let (mut types, mut imported) = (TypeSection::new(), ImportSection::new());
    types.ty().function([], []);
    for name in imports {
        imported.import("./m", name, EntityType::Function(0));
    }
    let first = imports.len() as u32;
    let (mut functions, mut exported) = (FunctionSection::new(), ExportSection::new());
    let (mut code, mut tables, mut elements) = (
        CodeSection::new(),
        TableSection::new(),
        ElementSection::new(),
    );
    for (own, size) in (0..).zip(sizes) {
        functions.function(0);
        let mut function = Function::new([(1, ValType::I32)]);
        for _ in 0..*size {
            function.instruction(&Instruction::I32Const(own));
            function.instruction(&Instruction::LocalSet(0));
        }
        let next = (own as u32 + 1) % sizes.len() as u32;
        function.instruction(&Instruction::Call(first + next));
        function.instruction(&Instruction::End);
        code.function(&function);
    }
    for (own, name) in (0..).zip(exports) {
        exported.export(name, ExportKind::Func, first + own);
    }
    tables.table(TableType {
        element_type: RefType::FUNCREF,
        table64: false,
        minimum: 1,
        maximum: None,
        shared: false,
    });
    let last = first + sizes.len() as u32 - 1;
    elements.active(
        None,
        &wasm_encoder::ConstExpr::i32_const(0),
        Elements::Functions([last].as_slice().into()),
    );
    let mut module = Module::new();
    module
        .section(&types)
        .section(&imported)
        .section(&functions)
        .section(&tables);
    module.section(&exported).section(&StartSection {
        function_index: first,
    });
    module.section(&elements).section(&code);
    module.section(&CustomSection {
        name: "producers".into(),
        data: (&[0][..]).into(),
    });
    module.finish()
}

/// What can be told of a program from outside: the number each function has in it, by its place, whom it calls, and
/// which the exports, the start and the table are.
#[derive(Debug, Default, PartialEq)]
struct Told {
    imports: Vec<String>,
    exports: Vec<(String, i32)>,
    calls: Vec<(i32, i32)>,
    start: Option<i32>,
    table: Option<i32>,
    custom: bool,
}

fn told(wasm: &[u8]) -> Told {
    Validator::new().validate_all(wasm).unwrap();
    let (mut told, mut bodies, mut exports, mut start) = (Told::default(), vec![], vec![], 0);
    let mut held = Vec::new();
    for payload in Parser::new(0).parse_all(wasm) {
        match payload.unwrap() {
            Payload::ImportSection(section) => {
                let names = section
                    .into_imports()
                    .map(|import| import.unwrap().name.to_owned());
                told.imports = names.collect();
            }
            Payload::ExportSection(section) => {
                exports = section.into_iter().map(Result::unwrap).collect()
            }
            Payload::StartSection { func, .. } => start = func,
            Payload::ElementSection(section) => {
                for element in section {
                    if let ElementItems::Functions(functions) = element.unwrap().items {
                        held = functions.into_iter().map(Result::unwrap).collect();
                    }
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(body),
            Payload::CustomSection(_) => told.custom = true,
            _ => {}
        }
    }
    let first = told.imports.len() as u32;
    let operators = |place: u32| {
        let body = &bodies[(place - first) as usize];
        body.get_operators_reader()
            .unwrap()
            .into_iter()
            .map(Result::unwrap)
    };
    let number = |place: u32| {
        operators(place).find_map(|operator| match operator {
            Operator::I32Const { value } => Some(value),
            _ => None,
        })
    };
    for place in first..first + bodies.len() as u32 {
        let called = operators(place).find_map(|operator| match operator {
            Operator::Call { function_index } => Some(function_index),
            _ => None,
        });
        told.calls
            .push((number(place).unwrap(), number(called.unwrap()).unwrap()));
    }
    told.exports = exports
        .iter()
        .map(|one| (one.name.to_owned(), number(one.index).unwrap()))
        .collect();
    told.start = number(start);
    told.table = held.first().and_then(|place| number(*place));
    told
}

#[track_caller]
fn done(wasm: &[u8]) -> (Told, Names) {
    let (wasm, names) = compact(wasm).unwrap();
    (told(&wasm), names)
}

#[test]
fn functions_stand_in_another_order_and_everybody_still_finds_them() {
    let wasm = program(&["__wbg_a_0123", "b"], &["run"], &[40, 1, 20, 1, 2]);
    let before = told(&wasm);
    let (after, _) = done(&wasm);
    let order = |told: &Told| {
        told.calls
            .iter()
            .map(|(number, _)| *number)
            .collect::<Vec<_>>()
    };
    assert_eq!(order(&before), [0, 1, 2, 3, 4]);
    assert_eq!(order(&after), [1, 3, 4, 2, 0]);
    let mut calls = after.calls;
    calls.sort_unstable();
    assert_eq!(calls, before.calls);
    assert_eq!(
        (after.exports, after.start, after.table),
        (before.exports, before.start, Some(4))
    );
}

#[test]
fn imports_and_exports_get_short_names_and_tools_get_nothing() {
    let wasm = program(
        &["__wbg_a_0123", "__wbg_b_4567"],
        &["memory", "__wbindgen_free"],
        &[1, 2],
    );
    assert!(told(&wasm).custom);
    let (after, names) = done(&wasm);
    assert_eq!(after.imports, ["a", "b"]);
    assert_eq!(
        after.exports,
        [("memory".to_owned(), 0), ("c".to_owned(), 1)]
    );
    assert!(!after.custom);
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
    let (_, names) = done(&program(&long, &["__wbg_7"], &[1]));
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
    assert!(compact(b"<!doctype html>").is_err());
    let good = program(&["__wbg_a"], &["memory"], &[3]);
    // A program may end after any section, but not between the types of its functions (3) and their code (10).
    let sections = Parser::new(0).parse_all(&good);
    let sections = sections.filter_map(|payload| payload.unwrap().as_section());
    let mut ends: Vec<usize> = sections
        .filter(|(id, _)| ![3, 4, 7, 8, 9].contains(id))
        .map(|(_, range)| range.end as usize)
        .collect();
    ends.insert(0, 8);
    let accepted: Vec<usize> = (0..=good.len())
        .filter(|end| compact(&good[..*end]).is_ok())
        .collect();
    assert_eq!(accepted, ends);
}
