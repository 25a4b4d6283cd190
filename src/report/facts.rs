//! Facts of the policy as statements.

use super::context::PlanContext;
use super::statement::Statement;
use crate::domain::persistence::PersistenceState;
use crate::domain::{Fact, Hours, Retention, Schedule, Tier, Topic};

/// Returns the retention that the policy names for a tier: `(n - 1) I` for a count of `n`, or else the age.
pub(super) fn tier_retention(tier: &Tier) -> Hours {
    match tier.retention() {
        Retention::Count(_) => tier.guaranteed_window(),
        Retention::Age(age) => age,
    }
}

/// Returns the retention that the policy names for a schedule, that of its coarsest tier; 0 if only the latest backup is kept.
pub(super) fn retention(schedule: &Schedule) -> Hours {
    let coarsest = schedule.tiers().last();
    coarsest.map(tier_retention).unwrap_or_default()
}

/// Returns the facts on a topic that apply to the plan, as statements with their clauses: those of all services, then its own.
pub(super) fn statements_for(context: &PlanContext, topic: Topic) -> Vec<Statement> {
    let mut statements = statements_of(context, &context.policy.facts, topic);
    statements.extend(own_statements_for(context, topic));
    statements
}

/// Returns the facts on a topic that the policy states of the service itself, as far as they apply to the plan.
pub(super) fn own_statements_for(context: &PlanContext, topic: Topic) -> Vec<Statement> {
    statements_of(context, &context.service.facts, topic)
}

/// Returns whether the policy states a fact on a topic of the service itself.
pub(super) fn has_own_facts(context: &PlanContext, topic: Topic) -> bool {
    context.service.first_fact(topic).is_some()
}

fn statements_of(context: &PlanContext, facts: &[Fact], topic: Topic) -> Vec<Statement> {
    let applies = |fact: &&Fact| {
        fact.topic == topic
            && fact
                .plans
                .as_ref()
                .is_none_or(|plans| plans.contains(&context.plan.slug))
            && fact.persistence.is_none_or(|state| {
                (state == PersistenceState::Disabled) == context.disabled_by.is_some()
            })
    };
    let statement = |fact: &Fact| {
        let clause = context.policy.clause(&fact.clause)?;
        Some(Statement::from_policy(&fact.text, clause))
    };
    facts.iter().filter(applies).filter_map(statement).collect()
}

/// Returns the facts on a topic; if there are none, the statement that the policy does not state `subject`.
pub(super) fn statements_or_not_stated(
    context: &PlanContext,
    topic: Topic,
    subject: &str,
) -> Vec<Statement> {
    let statements = statements_for(context, topic);
    if statements.is_empty() {
        vec![Statement::not_stated(subject)]
    } else {
        statements
    }
}
