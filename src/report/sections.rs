//! The sections of an answer: alternatives, failures, settings, locations and notes; and the statements on exports.

use super::context::PlanContext;
use super::facts::{statements_for, statements_or_not_stated};
use super::power_statements::{
    long_power_off_statements, power_off_statements, power_on_statements,
};
use super::statement::{Section, Source, Statement, StatementGroup};
use crate::domain::{Cell, Topic};

/// Returns the sections on settings and locations, and the notes, in order of urgency.
pub(super) fn sections(context: &PlanContext) -> Vec<Section> {
    let mut sections = Vec::new();
    if context.cell.has_backups() || context.disabled_by.is_some() {
        let statements = statements_or_not_stated(context, Topic::Adjust, "what you may adjust");
        sections.push(single_group_section(
            "adjust",
            "What you can adjust",
            with_doubt(context, statements),
        ));
    }
    if context.cell.has_backups() {
        sections.push(location_section(context));
    }
    let notes = statements_for(context, Topic::Note);
    if context.cell.has_backups() && !notes.is_empty() {
        sections.push(single_group_section(
            "notes",
            "Good to know",
            with_doubt(context, notes),
        ));
    }
    sections
}

/// Creates a section with one group, which needs no heading.
fn single_group_section(
    id: &'static str,
    title: &'static str,
    statements: Vec<Statement>,
) -> Section {
    Section {
        id,
        title,
        groups: vec![StatementGroup {
            heading: None,
            statements,
        }],
    }
}

/// Adds for plans with a single backup that the policy does not state whether its statements apply to them: the sections of the
/// policy name no plans.
fn with_doubt(context: &PlanContext, mut statements: Vec<Statement>) -> Vec<Statement> {
    let has_clause = statements
        .iter()
        .any(|statement| statement.clause().is_some());
    if *context.cell == Cell::RecoveryOnly && has_clause {
        statements.push(Statement::not_stated(
            "whether this holds for the single backup of this plan",
        ));
    }
    statements
}

/// Returns the section on the reason and on alternatives; `None` unless no backups are taken.
pub(super) fn alternatives(context: &PlanContext) -> Option<Section> {
    if *context.cell != Cell::NoBackups {
        return None;
    }
    let group = |heading, topic, subject| StatementGroup {
        heading: Some(heading),
        statements: statements_or_not_stated(context, topic, subject),
    };
    Some(Section {
        id: "instead",
        title: "Why, and what instead",
        groups: vec![
            group("Why", Topic::WhyNone, "why there are no backups"),
            group("Instead", Topic::Instead, "what to use instead"),
        ],
    })
}

/// Returns the section on failures and power-offs; `None` if the plan is not offered.
pub(super) fn failures(context: &PlanContext) -> Option<Section> {
    if !context.cell.is_offered() {
        return None;
    }
    let group = |heading, statements| StatementGroup {
        heading: Some(heading),
        statements,
    };
    let node_failure =
        statements_or_not_stated(context, Topic::NodeFailure, "node failure on this plan");
    Some(Section {
        id: "failures",
        title: "When something happens",
        groups: vec![
            group("A node fails", node_failure),
            group("You power it off", power_off_statements(context)),
            group("You power it on again", power_on_statements(context)),
            group("It stays off for long", long_power_off_statements(context)),
        ],
    })
}

fn location_section(context: &PlanContext) -> Section {
    let group = |heading, topic| StatementGroup {
        heading: Some(heading),
        statements: statements_for(context, topic),
    };
    Section {
        id: "where",
        title: "Where the backups are",
        groups: vec![
            group("Place", Topic::Location),
            group("Access", Topic::Access),
        ],
    }
}

/// Returns the statements on exports, in addition to the recommended tools; none if the plan is not offered.
pub(super) fn export_remarks(context: &PlanContext) -> Vec<Statement> {
    if !context.cell.is_offered() {
        return Vec::new();
    }
    if !context.service.tools.is_empty() {
        return statements_for(context, Topic::ExportCaveat);
    }
    let name = &context.service.short_name;
    let mut statements = vec![Statement {
        text: format!("The policy recommends no export tool for {name}."),
        source: Source::NotStated,
    }];
    statements.extend(statements_for(context, Topic::StandardTooling));
    statements
}
