//! Members of a stack with the names that sentences use.

use crate::domain::{PlanId, Policy, Schedule, ServiceId};
use crate::report::answer_kind::AnswerKind;
use crate::report::context::PlanContext;
use crate::report::format;

/// A member as the sentences need it.
pub(super) struct NamedMember<'a> {
    pub(super) context: PlanContext<'a>,
    pub(super) name: String,
}

impl<'a> NamedMember<'a> {
    pub(super) fn new(policy: &'a Policy, (service, plan): (ServiceId, PlanId)) -> Self {
        let context = PlanContext::new(policy, service, plan);
        let name = format!("{} {}", context.service.short_name, context.plan.name);
        Self { context, name }
    }

    pub(super) fn schedule(&self) -> Option<&'a Schedule> {
        self.context.cell.schedule()
    }

    /// Why there is nothing to restore.
    pub(super) fn not_restorable_reason(&self) -> String {
        let why = match AnswerKind::from(self.context.cell) {
            AnswerKind::RecoveryOnly => "has one backup, for disaster recovery only",
            AnswerKind::NotOffered => "is not offered",
            _ => "has no backups",
        };
        format!("{} {why}", self.name)
    }
}

/// The names at these places as a list.
pub(super) fn names<'a>(
    members: &[NamedMember],
    indices: impl IntoIterator<Item = &'a usize>,
) -> String {
    let listed = indices.into_iter().filter_map(|index| members.get(*index));
    format::join_list(&listed.map(|member| member.name.clone()).collect::<Vec<_>>())
}

/// "Redis Startup", "both", "all 3".
pub(super) fn all_members_phrase(members: &[NamedMember]) -> String {
    match members {
        [one] => one.name.clone(),
        [_, _] => "both".to_owned(),
        many => format!("all {}", many.len()),
    }
}

/// The places of the members that something holds of.
pub(super) fn member_indices(
    members: &[NamedMember],
    predicate: fn(&NamedMember) -> bool,
) -> Vec<usize> {
    let found = members
        .iter()
        .enumerate()
        .filter(|(_, member)| predicate(member));
    found.map(|(index, _)| index).collect()
}
