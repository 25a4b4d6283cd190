//! The setting on which a service's backups depend: what is said where it is off, and the way to try it.

use super::figures::facts;
use super::{Said, Subject};
use crate::domain::power::Persistence;
use crate::domain::{Policy, Selection, Topic, address};

/// The setting, to be tried both ways.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Switch {
    /// What the platform calls it.
    pub setting: String,
    /// Its values: on first.
    pub values: [SwitchValue; 2],
}

/// A value of the setting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SwitchValue {
    /// What the platform calls it.
    pub name: String,
    /// Whether the report holds for it.
    pub chosen: bool,
    /// Address of the report for it, below the site's root, the rest of the case kept.
    pub address: String,
}

impl Switch {
    /// The switch of an answer; none where nothing depends on one.
    pub fn new(policy: &Policy, selection: &Selection) -> Option<Self> {
        let (service, plan) = selection.cell()?;
        let setting = policy.persistence(service, plan)?;
        let value = |name: &str, off| {
            let mut case = selection.case.clone();
            let chosen = case.persistence_off == off;
            case.persistence_off = off;
            SwitchValue {
                name: name.to_owned(),
                chosen,
                address: address::encode_with(policy, &selection.page, &case),
            }
        };
        Some(Self {
            setting: setting.setting.clone(),
            values: [value(&setting.on, false), value(&setting.off, true)],
        })
    }
}

/// The answer where the setting is off. Backups from before may be left, so it does not say that there are none.
pub(super) fn headline(off: &Persistence) -> String {
    format!("No backups are taken with {} {}", off.setting, off.off)
}

/// What follows the headline where the setting is off.
pub(super) fn lead(off: &Persistence) -> String {
    format!(
        "On every plan: what is written now, no backup brings back. Set {} to {} to have backups.",
        off.setting, off.on
    )
}

/// What the answer depends on; an answer without backups depends on nothing but the setting that is off.
pub(super) fn conditions(subject: &Subject) -> Vec<Said> {
    if !subject.cell.backups() && subject.off.is_none() {
        return Vec::new();
    }
    let mut said = facts(subject, Topic::Condition);
    said.extend(subject.off.map(|_| earlier_backups()));
    said
}

/// Backups may be left from before; nobody knows.
pub(super) fn earlier_backups() -> Said {
    Said::silent("what becomes of backups from before the setting was off")
}
