//! The report in other forms. Reads the same [`crate::report::Report`] as the pages.

mod colours;
pub mod csv;
pub mod data;
pub mod ics;
pub mod json;
pub mod legend;
pub mod lines;
pub mod link;
pub mod mark;
pub mod picture;
pub mod prose;
pub mod shapes;
pub mod svg;
pub mod take;
