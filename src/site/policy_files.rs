//! The policy files of all editions. Shared with the build script.

use std::path::Path;
use std::{fs, io};

/// Returns the texts of the policy files in a folder: those that are named after a year.
///
/// # Errors
/// If the folder or a file cannot be read.
pub fn read_policy_files(dir: &Path) -> io::Result<Vec<String>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(dir)? {
        let entry = entry?;
        let name = entry.file_name().into_string().unwrap_or_default();
        if name.starts_with(|first: char| first.is_ascii_digit()) && name.ends_with(".json") {
            files.push(fs::read_to_string(entry.path())?);
        }
    }
    Ok(files)
}
