//! The setting on which the backups depend, as a choice of two links. Emits `switch`.

use yew::Html;

use super::ShellProps;
use super::element::{classed, el};
use crate::report::SettingToggle;

/// The choice. It needs the program, which alone answers for what an address asks beside its page.
pub fn switch(props: &ShellProps) -> Option<Html> {
    let switch = SettingToggle::new(&props.policy, &props.selection)?;
    let values = switch.options.iter().map(|value| {
        el("a")
            .set("href", props.links.href(&value.path))
            .maybe("aria-current", value.is_selected.then_some("true"))
            .words(&value.name)
            .into()
    });
    let choice = classed("div", "switch")
        .attr("data-live-only", "")
        .attr("role", "group")
        .copy("aria-label", &switch.setting)
        .with(el("code").words(&switch.setting))
        .children(values);
    Some(choice.into())
}
