//! Keys for those who show the page to others. Each presses what is on the page, so that it does what a click does.

/// Key that lists the others, and turns them off when it is pressed again.
pub const LIST_KEY: &str = "?";

/// What a key does with an element, which a CSS selector gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShortcutEffect {
    /// Clicks it.
    Click(&'static str),
    /// Focuses it.
    Focus(&'static str),
}

/// A key.
struct Shortcut {
    key: &'static str,
    effect: ShortcutEffect,
    /// The key and what it does, for the list.
    description: &'static str,
}

static SHORTCUTS: [Shortcut; 6] = [
    Shortcut {
        key: "/",
        effect: ShortcutEffect::Focus(".matrix th a"),
        description: "/ : go to the services",
    },
    Shortcut {
        key: "ArrowLeft",
        effect: ShortcutEffect::Click(".plan-switch a:has(+ [aria-current])"),
        description: "← : smaller plan",
    },
    Shortcut {
        key: "ArrowRight",
        effect: ShortcutEffect::Click(".plan-switch [aria-current] + a"),
        description: "→ : larger plan",
    },
    Shortcut {
        key: "i",
        effect: ShortcutEffect::Focus("#at"),
        description: "i : enter an incident",
    },
    Shortcut {
        key: "s",
        effect: ShortcutEffect::Click(".share > button"),
        description: "s : copy a summary",
    },
    Shortcut {
        key: "p",
        effect: ShortcutEffect::Click(".present"),
        description: "p : present on a projector",
    },
];

/// Returns the list of the keys, a line each.
pub fn descriptions() -> Vec<String> {
    let descriptions = SHORTCUTS.iter().map(|shortcut| shortcut.description);
    let off = "? : turn these keys off until the page is loaded again";
    descriptions.chain([off]).map(str::to_owned).collect()
}

/// Returns what a key does; `None` if it is no shortcut.
pub fn effect(key: &str) -> Option<ShortcutEffect> {
    let shortcut = SHORTCUTS.iter().find(|shortcut| shortcut.key == key);
    shortcut.map(|shortcut| shortcut.effect)
}
