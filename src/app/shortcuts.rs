//! Keys for those who show the page to others. Each presses what is on the page, so that it does what a click does.

/// Key that lists the others, and turns them off when it is pressed again.
pub const LIST_KEY: &str = "?";

/// A key.
struct Shortcut {
    key: &'static str,
    /// CSS selector of what the key presses.
    selector: &'static str,
    /// The key and what it does, for the list.
    description: &'static str,
}

static SHORTCUTS: [Shortcut; 6] = [
    Shortcut {
        key: "/",
        selector: ".matrix th a",
        description: "/ : go to the services",
    },
    Shortcut {
        key: "ArrowLeft",
        selector: ".plan-switch a:has(+ [aria-current])",
        description: "← : smaller plan",
    },
    Shortcut {
        key: "ArrowRight",
        selector: ".plan-switch [aria-current] + a",
        description: "→ : larger plan",
    },
    Shortcut {
        key: "i",
        selector: "#at",
        description: "i : enter an incident",
    },
    Shortcut {
        key: "s",
        selector: ".share > button",
        description: "s : copy a summary",
    },
    Shortcut {
        key: "p",
        selector: ".share > .present",
        description: "p : present on a projector",
    },
];

/// Returns the list of the keys, a line each.
pub fn descriptions() -> Vec<String> {
    let descriptions = SHORTCUTS.iter().map(|shortcut| shortcut.description);
    let off = "? : turn these keys off until the page is loaded again";
    descriptions.chain([off]).map(str::to_owned).collect()
}

/// Returns the selector of what a key presses; `None` if it is no shortcut.
pub fn selector(key: &str) -> Option<&'static str> {
    let shortcut = SHORTCUTS.iter().find(|shortcut| shortcut.key == key);
    shortcut.map(|shortcut| shortcut.selector)
}
