//! Colors of the card, those of the pages in the light theme: an SVG file has no access to the custom properties of `tokens.css`.

use crate::report::AnswerKind;

/// Color of the pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Color {
    /// Name of the custom property in `tokens.css`, without the leading hyphens.
    pub name: &'static str,
    /// Value in the light theme.
    pub light: &'static str,
}

/// Background of a card.
pub const SURFACE: Color = Color::new("surface", "#ffffff");
/// Text.
pub const TEXT: Color = Color::new("text", "#14262d");
/// Text of less weight.
pub const TEXT_MUTED: Color = Color::new("text-muted", "#4d5d63");
/// Lines between areas.
pub const BORDER: Color = Color::new("border", "#dcd7cb");
/// [`AnswerKind::Pitr`].
pub const PITR: Color = Color::new("pitr", "#0a6d60");
/// [`AnswerKind::Backups`].
pub const BACKUPS: Color = Color::new("backups", "#2f52b0");
/// [`AnswerKind::RecoveryOnly`] and [`AnswerKind::Unspecified`]: backups that nobody can count on.
pub const RECOVERY: Color = Color::new("recovery", "#8a5200");
/// [`AnswerKind::NoBackups`].
pub const NONE: Color = Color::new("none", "#a3352a");
/// [`AnswerKind::NotOffered`].
pub const ABSENT: Color = Color::new("absent", "#636c70");

/// All colors of the palette.
pub const PALETTE: [Color; 9] = [
    SURFACE, TEXT, TEXT_MUTED, BORDER, PITR, BACKUPS, RECOVERY, NONE, ABSENT,
];

impl Color {
    const fn new(name: &'static str, light: &'static str) -> Self {
        Self { name, light }
    }

    /// Returns the color of a kind of answer; that of the text if there is none.
    pub fn of_kind(kind: Option<AnswerKind>) -> Self {
        match kind {
            None => TEXT,
            Some(AnswerKind::Pitr) => PITR,
            Some(AnswerKind::Backups) => BACKUPS,
            Some(AnswerKind::RecoveryOnly | AnswerKind::Unspecified) => RECOVERY,
            Some(AnswerKind::NoBackups) => NONE,
            Some(AnswerKind::NotOffered) => ABSENT,
        }
    }
}
