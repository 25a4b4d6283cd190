//! Members of a stack with the names that sentences use.

use crate::domain::{PlanId, Policy, Schedule, ServiceId};
use crate::report::answer_kind::AnswerKind;
use crate::report::context::PlanContext;
use crate::report::format;

/// Service and plan of a member with its name.
pub(super) struct NamedMember<'a> {
    /// The cell of the member.
    pub(super) context: PlanContext<'a>,
    /// Names of service and plan, such as "Redis Startup".
    pub(super) name: String,
}

impl<'a> NamedMember<'a> {
    /// Creates the member for a service and plan.
    pub(super) fn new(policy: &'a Policy, (service, plan): (ServiceId, PlanId)) -> Self {
        let context = PlanContext::new(policy, service, plan);
        let name = format!("{} {}", context.service.short_name, context.plan.name);
        Self { context, name }
    }

    /// Returns the kind of the member's answer.
    pub(super) fn kind(&self) -> AnswerKind {
        AnswerKind::from(self.context.cell)
    }

    /// Returns the schedule; `None` without backups that the user can restore, and for a service that has ended.
    pub(super) fn schedule(&self) -> Option<&'a Schedule> {
        self.context.schedule()
    }

    /// Returns why a member without a schedule cannot be restored.
    pub(super) fn not_restorable_reason(&self) -> String {
        let reason = match self.kind() {
            _ if self.context.ended().is_some() => "no longer exists",
            AnswerKind::NotOffered => "isn’t available",
            kind => return format!("{} has {}", self.name, kind.without_schedule()),
        };
        format!("{} {reason}", self.name)
    }
}

/// Returns the names of the members at some indices as a list.
pub(super) fn names<'a>(
    members: &[NamedMember],
    indices: impl IntoIterator<Item = &'a usize>,
) -> String {
    let selected = indices.into_iter().filter_map(|index| members.get(*index));
    let names: Vec<String> = selected.map(|member| member.name.clone()).collect();
    format::join_list(&names)
}

/// Returns how sentences refer to all members: "Redis Startup", "both services", "all 3 services".
pub(super) fn all_members_phrase(members: &[NamedMember]) -> String {
    match members {
        [member] => member.name.clone(),
        [_, _] => "both services".to_owned(),
        _ => format!("all {} services", members.len()),
    }
}

/// Returns the indices of the members that meet a predicate.
pub(super) fn member_indices(
    members: &[NamedMember],
    predicate: impl Fn(&NamedMember) -> bool,
) -> Vec<usize> {
    let members = members.iter().enumerate();
    let selected = members.filter(|(_, member)| predicate(member));
    selected.map(|(index, _)| index).collect()
}
