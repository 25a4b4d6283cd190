//! Texts and links for the persistence setting that the backups of a service depend on.

use super::context::PlanContext;
use super::facts::statements_for;
use super::statement::Statement;
use crate::domain::persistence::PersistenceSetting;
use crate::domain::{Policy, Selection, Topic, url};

/// The setting with links to the answer for each of its values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingToggle {
    /// Name of the setting on the platform.
    pub setting: String,
    /// The values: enabled, then disabled.
    pub options: [ToggleOption; 2],
}

/// A value of the setting with its link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToggleOption {
    /// Name of the value on the platform.
    pub name: String,
    /// Whether the page shows the answer for this value.
    pub is_selected: bool,
    /// Path of the answer for this value with the rest of the scenario, relative to the root of the site.
    pub path: String,
}

impl SettingToggle {
    /// Builds the toggle of an answer; `None` on other pages and if the backups depend on no setting.
    pub fn new(policy: &Policy, selection: &Selection) -> Option<Self> {
        let (service, plan) = selection.service_and_plan()?;
        let setting = policy.persistence_setting(service, plan)?;
        let option = |name: &str, is_disabled| {
            let mut scenario = selection.scenario.clone();
            let is_selected = scenario.service.persistence_disabled == is_disabled;
            scenario.service.persistence_disabled = is_disabled;
            ToggleOption {
                name: name.to_owned(),
                is_selected,
                path: url::encode_with_query(policy, &selection.page, &scenario),
            }
        };
        Some(Self {
            setting: setting.name.clone(),
            options: [
                option(&setting.enabled_values().join(" or "), false),
                option(&setting.disabled_value, true),
            ],
        })
    }
}

/// Returns the headline while the setting is disabled. Earlier backups may remain, so that it does not claim that there are none.
pub(super) fn disabled_headline(setting: &PersistenceSetting) -> String {
    format!(
        "No backups while {} is {}",
        setting.name, setting.disabled_value
    )
}

/// Returns the lead while the setting is disabled.
pub(super) fn disabled_lead(setting: &PersistenceSetting) -> String {
    format!(
        "On every plan, Aiven takes no backups while persistence is off. To turn them on, set {} to {}.",
        setting.name,
        setting.enabled_values().join(" or ")
    )
}

/// Returns the conditions of an answer; none for a service that has ended, and for a cell without backups, unless the disabled setting is
/// the reason.
pub(super) fn conditions(context: &PlanContext) -> Vec<Statement> {
    let has_none = !context.cell.has_backups() && context.disabled_by.is_none();
    if has_none || context.ended().is_some() {
        return Vec::new();
    }
    let mut statements = statements_for(context, Topic::Condition);
    statements.extend(context.disabled_by.and_then(earlier_backups_statement));
    statements
}

/// Returns the statement that the policy does not state what happens to the backups from before a setting was disabled; `None` if it
/// does.
pub(super) fn earlier_backups_statement(setting: &PersistenceSetting) -> Option<Statement> {
    (!setting.deletes_backups).then(|| Statement::not_stated("what happens to earlier backups"))
}
