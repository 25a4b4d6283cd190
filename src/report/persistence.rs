//! The setting on which a service's backups depend: what is said where it is off, and the way to try it.

use super::context::PlanContext;
use super::facts::statements_for;
use super::statement::Statement;
use crate::domain::persistence::PersistenceSetting;
use crate::domain::{Policy, Selection, Topic, url};

/// The setting, to be tried both ways.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingToggle {
    /// What the platform calls it.
    pub setting: String,
    /// Its values: on first.
    pub options: [ToggleOption; 2],
}

/// A value of the setting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToggleOption {
    /// What the platform calls it.
    pub name: String,
    /// Whether the report holds for it.
    pub is_selected: bool,
    /// Address of the report for it, below the site's root, the rest of the case kept.
    pub path: String,
}

impl SettingToggle {
    /// The switch of an answer; none where nothing depends on one.
    pub fn new(policy: &Policy, selection: &Selection) -> Option<Self> {
        let (service, plan) = selection.service_and_plan()?;
        let setting = policy.persistence_setting(service, plan)?;
        let value = |name: &str, off| {
            let mut scenario = selection.scenario.clone();
            let is_selected = scenario.service.persistence_disabled == off;
            scenario.service.persistence_disabled = off;
            ToggleOption {
                name: name.to_owned(),
                is_selected,
                path: url::encode_with_query(policy, &selection.page, &scenario),
            }
        };
        Some(Self {
            setting: setting.name.clone(),
            options: [
                value(&setting.enabled_value, false),
                value(&setting.disabled_value, true),
            ],
        })
    }
}

/// The answer where the setting is off. Backups from before may be left, so it does not say that there are none.
pub(super) fn disabled_headline(off: &PersistenceSetting) -> String {
    format!(
        "No backups are taken with {} {}",
        off.name, off.disabled_value
    )
}

/// What follows the headline where the setting is off.
pub(super) fn disabled_lead(off: &PersistenceSetting) -> String {
    format!(
        "On every plan: what is written now, no backup brings back. Set {} to {} to have backups.",
        off.name, off.enabled_value
    )
}

/// What the answer depends on; an answer without backups depends on nothing but the setting that is off.
pub(super) fn conditions(context: &PlanContext) -> Vec<Statement> {
    if !context.cell.has_backups() && context.disabled_by.is_none() {
        return Vec::new();
    }
    let mut statements = statements_for(context, Topic::Condition);
    statements.extend(context.disabled_by.map(|_| earlier_backups_statement()));
    statements
}

/// Backups may be left from before; nobody knows.
pub(super) fn earlier_backups_statement() -> Statement {
    Statement::not_stated("what becomes of backups from before the setting was off")
}
