//! The look of the shapes of the card by their class. On the page CSS does this; programs outside browsers know little CSS.

use super::palette::{BORDER, Color, NONE, PITR, SURFACE, TEXT, TEXT_MUTED};

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
        "card-bg" => (SURFACE.light, "1", BORDER.light, "1"),
        "divider" => (none, "1", BORDER.light, "1"),
        "axis-line" => (none, "1", TEXT_MUTED.light, "1"),
        "text-muted" | "axis-label" => (TEXT_MUTED.light, "1", none, "1"),
        "card-accent" | "kind-icon" | "backup" | "legend-backups" => (kind, "1", none, "1"),
        "window-guaranteed" => (kind, ".2", none, "1"),
        "legend-guaranteed" => (kind, ".2", kind, "1"),
        "window-best" => (kind, ".07", none, "1"),
        "legend-best" => (kind, ".07", kind, "1"),
        "log-band" => (kind, ".45", none, "1"),
        "window-edge" => (none, "1", kind, "1.5"),
        "data-loss" | "legend-data-loss" => (NONE.light, ".3", none, "1"),
        "restore-point" | "legend-restore-point" => (PITR.light, ".45", PITR.light, "3"),
        "expires-next" | "legend-expires-next" => (none, "1", NONE.light, "2"),
        "incident-line" => (none, "1", NONE.light, "3"),
        "incident-label" | "legend-incident" | "window-lost" | "legend-compared-plan" => {
            (NONE.light, "1", none, "1")
        }
        "window-gained" | "legend-window-gained" => (PITR.light, "1", none, "1"),
        _ => (TEXT.light, "1", none, "1"),
    }
}
