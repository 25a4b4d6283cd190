//! The policy files of all editions. Shared with the build script.

use std::path::{Path, PathBuf};
use std::{fs, io};

/// Returns the paths of the policy files in a folder, sorted: those that are named after a year.
///
/// # Errors
/// If the folder cannot be read.
pub fn policy_file_paths(dir: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(dir)? {
        let entry = entry?;
        let name = entry.file_name().into_string().unwrap_or_default();
        if name.starts_with(|first: char| first.is_ascii_digit()) && name.ends_with(".json") {
            paths.push(entry.path());
        }
    }
    paths.sort();
    Ok(paths)
}

/// Returns the texts of the policy files in a folder.
///
/// # Errors
/// If the folder or a file cannot be read.
pub fn read_policy_files(dir: &Path) -> io::Result<Vec<String>> {
    policy_file_paths(dir)?
        .iter()
        .map(fs::read_to_string)
        .collect()
}
