//! How soon parts of the page follow a change.

/// Milliseconds without a change after which the slider rests, or typing pauses.
const PAUSE_MS: Option<u32> = Some(100);

/// How soon the parts of the page that may lag behind follow a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Urgency {
    /// At once, with the change.
    Immediate,
    /// A frame later, so that the new answer itself is painted first.
    NextFrame,
    /// When the slider rests.
    AfterDrag,
    /// At once, but elements are replaced only when typing pauses.
    Typing,
}

impl Urgency {
    /// Returns the delay in milliseconds; `None` means at once.
    pub fn delay_ms(self) -> Option<u32> {
        match self {
            Urgency::Immediate | Urgency::Typing => None,
            Urgency::NextFrame => Some(16),
            Urgency::AfterDrag => PAUSE_MS,
        }
    }

    /// Returns the delay in milliseconds until elements may be replaced; `None` means at once.
    pub fn replacement_delay_ms(self) -> Option<u32> {
        match self {
            Urgency::Immediate | Urgency::NextFrame => None,
            Urgency::AfterDrag | Urgency::Typing => PAUSE_MS,
        }
    }
}
