//! How soon parts of the page follow a change.

/// Milliseconds without a change after which the slider rests, or typing pauses.
const PAUSE_MS: Option<u32> = Some(100);

/// Milliseconds without a change after which the slider counts as released. No browser says so of one that is back where it was.
const RELEASE_MS: Option<u32> = Some(10_000);

/// How soon the parts of the page that may lag behind follow a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Urgency {
    /// At once, with the change.
    Immediate,
    /// A frame later, so that the new answer itself is painted first.
    NextFrame,
    /// When the slider rests, but elements are replaced only when it is released: the drag would end with the slider.
    Drag,
    /// When the slider, which is released, rests.
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
            Urgency::Drag | Urgency::AfterDrag => PAUSE_MS,
        }
    }

    /// Returns the delay in milliseconds until elements may be replaced; `None` means at once.
    pub fn replacement_delay_ms(self) -> Option<u32> {
        match self {
            Urgency::Immediate | Urgency::NextFrame => None,
            Urgency::Drag => RELEASE_MS,
            Urgency::AfterDrag | Urgency::Typing => PAUSE_MS,
        }
    }
}
