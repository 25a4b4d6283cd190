//! The report in other forms. Reads the same [`crate::report::Report`] as the pages.

pub mod ics;
pub mod json;
pub mod legend;
pub mod picture;
