//! How the shapes of an SVG image get their look from their class.

use super::palette::{BORDER, Color, NONE, PITR, SURFACE, TEXT, TEXT_MUTED};

/// Style of an SVG image.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SvgStyle {
    /// By the CSS of the page.
    Css,
    /// By attributes, in the light theme: many programs that open a file know little CSS. The value is the color of the kind of answer.
    Attributes(Color),
}

impl SvgStyle {
    /// Returns the attributes for a class, after a space.
    pub fn attributes(self, class: &str) -> String {
        match self {
            SvgStyle::Css => format!(" class=\"{class}\""),
            SvgStyle::Attributes(kind) => {
                let (fill, opacity, stroke, width) = presentation(class, kind.light);
                format!(
                    r#" class="{class}" fill="{fill}" fill-opacity="{opacity}" stroke="{stroke}" stroke-width="{width}""#
                )
            }
        }
    }
}

/// Returns fill, opacity of the fill, stroke and width of the stroke for a class; `kind` is the color of the kind of answer.
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
