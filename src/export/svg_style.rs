//! The look of the shapes of the ladder on the card by their class. On the page CSS does this; programs outside browsers know little CSS.

use super::palette::{Color, SURFACE, TEXT, TEXT_MUTED};

/// Returns the attributes for a class, each after a space; `kind` is the color of the kind of answer.
pub fn attributes(class: &str, kind: Color) -> String {
    let (fill, opacity, stroke, width) = presentation(class, kind.light);
    format!(
        r#" class="{class}" fill="{fill}" fill-opacity="{opacity}" stroke="{stroke}" stroke-width="{width}""#
    )
}

/// Returns fill, opacity of the fill, stroke and width of the stroke for a class.
fn presentation<'a>(class: &str, kind: &'a str) -> (&'a str, &'a str, &'a str, &'a str) {
    let none = "none";
    match class {
        "axis-line" => (none, "1", TEXT_MUTED.light, "1"),
        "axis-label" => (TEXT_MUTED.light, "1", none, "1"),
        "backup" | "window-continuous" => (kind, "1", none, "1"),
        "window-backups" => (kind, ".2", none, "1"),
        "window-best" => (kind, ".07", none, "1"),
        "frequent" => (none, "1", kind, "3"),
        "data-loss" => (TEXT.light, ".25", none, "1"),
        "restore-point" => (SURFACE.light, ".6", TEXT.light, "2"),
        "common-point" => (none, "1", TEXT.light, "1.5"),
        "incident-line" => (none, "1", TEXT.light, "3"),
        _ => (TEXT.light, "1", none, "1"),
    }
}
