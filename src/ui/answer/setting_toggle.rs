//! The setting that backups depend on, as a choice of two links.

use yew::prelude::*;

use crate::report::SettingToggle;
use crate::ui::links::Links;

/// Returns the choice. It needs the app, which alone answers for the parameters of a URL.
pub fn setting_toggle(toggle: &SettingToggle, links: &Links) -> Html {
    html! {
        <div class="setting-toggle" translate="no" data-requires-app="" role="group" aria-label={toggle.setting.clone()}>
            <code>{ &toggle.setting }</code>
            for option in &toggle.options {
                <a
                    href={links.href(&option.path)}
                    aria-current={option.is_selected.then_some("true")}
                >
                    { &option.name }
                </a>
            }
        </div>
    }
}
