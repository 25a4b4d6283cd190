//! The golden-file helper: differences are detected, named, and written only on request.

mod fixtures;

use std::fs;

use fixtures::{compare_golden, folder};

#[test]
fn an_equal_file_passes() {
    let path = folder("golden-equal").join("a.txt");
    fs::write(&path, "one\ntwo\n").unwrap();
    assert_eq!(compare_golden(&path, "a.txt", "one\ntwo\n", false), Ok(()));
}

#[test]
fn a_difference_names_the_line_and_the_update_command() {
    let path = folder("golden-differs").join("a.txt");
    fs::write(&path, "one\ntwo\n").unwrap();
    let expected = "a.txt is not what the program gives now, from line 2 on:\n  file:    “two”\n  program: “three”\n\
        If the change is meant, run UPDATE_GOLDEN=1 cargo test --all-features and look at the difference.";
    assert_eq!(
        compare_golden(&path, "a.txt", "one\nthree\n", false),
        Err(expected.to_owned())
    );
    assert_eq!(
        fs::read_to_string(&path).unwrap(),
        "one\ntwo\n",
        "a comparison writes nothing"
    );
}

#[test]
fn a_missing_or_truncated_file_differs() {
    let dir = folder("golden-missing");
    let path = dir.join("a.txt");
    let missing = compare_golden(&path, "a.txt", "one\n", false).unwrap_err();
    assert!(
        missing.contains("from line 1 on:\n  file:    (no such line)\n  program: “one”"),
        "{missing}"
    );
    fs::write(&path, "one\n").unwrap();
    let early = compare_golden(&path, "a.txt", "one\ntwo\n", false).unwrap_err();
    assert!(
        early.contains("from line 2 on:\n  file:    (no such line)\n  program: “two”"),
        "{early}"
    );
    let line_end = compare_golden(&path, "a.txt", "one", false).unwrap_err();
    assert!(line_end.contains("from line 2 on"), "{line_end}");
}

#[test]
fn an_update_writes_the_file_and_its_folder() {
    let path = folder("golden-update").join("new/a.txt");
    assert_eq!(compare_golden(&path, "a.txt", "one\n", true), Ok(()));
    assert_eq!(fs::read_to_string(&path).unwrap(), "one\n");
}
