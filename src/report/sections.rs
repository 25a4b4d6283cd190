//! The sections of an answer: alternatives, failures, settings, locations and notes; and the statements on exports.

use super::context::PlanContext;
use super::facts::{has_own_facts, own_statements_for, statements_for, statements_or_not_stated};
use super::power_statements::{
    long_power_off_statements, power_off_statements, power_on_statements,
};
use super::statement::{Metric, Section, Statement, StatementGroup};
use crate::domain::{Cell, Topic};

/// Returns the sections on failures, settings, and storage with notes, and what the policy does not state, in order of urgency; none if
/// the plan is not offered.
pub(super) fn sections(context: &PlanContext, metrics: &[Metric]) -> Vec<Section> {
    let mut sections = Vec::new();
    // A service without backups may still have settings and notes, for instance on those of its configuration.
    let has_own = |topic| context.is_never_backed_up() && has_own_facts(context, topic);
    if context.cell.is_offered() {
        sections.push(failures(context));
    }
    if context.cell.has_backups() || context.disabled_by.is_some() || has_own(Topic::Adjust) {
        let statements = statements_or_not_stated(context, Topic::Adjust, "what you can change");
        sections.push(single_group_section("adjust", "Settings", statements));
    }
    if context.cell.has_backups() || has_own(Topic::Note) {
        sections.push(location_section(context));
    }
    let not_stated = take_not_stated(&mut sections, metrics);
    if *context.cell == Cell::RecoveryOnly {
        add_doubt(&mut sections);
    }
    if !not_stated.is_empty() {
        sections.push(single_group_section(
            Section::NOT_STATED,
            "Not stated in the policy",
            not_stated,
        ));
    }
    sections
}

/// Takes what the policy does not state out of the sections, and returns it after that of the metrics.
fn take_not_stated(sections: &mut Vec<Section>, metrics: &[Metric]) -> Vec<Statement> {
    let mut collected = Vec::new();
    let mut collect = |statement: &Statement| {
        let is_not_stated = statement.is_not_stated();
        if is_not_stated {
            collected.push(statement.clone());
        }
        is_not_stated
    };
    for metric in metrics {
        for note in &metric.notes {
            collect(note);
        }
    }
    sections.retain_mut(|section| {
        section.groups.retain_mut(|group| {
            group.statements.retain(|statement| !collect(statement));
            !group.statements.is_empty()
        });
        !section.groups.is_empty()
    });
    collected
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

/// Adds to the sections on settings and storage of a plan with a single backup that the policy does not state whether they apply to it:
/// the sections of the policy name no plans.
fn add_doubt(sections: &mut [Section]) {
    for section in sections {
        if section.id != Section::FAILURES
            && let Some(group) = section.groups.last_mut()
        {
            group.statements.push(Statement::not_stated(
                "whether this applies to the one backup of this plan",
            ));
        }
    }
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
        title: "Alternatives to backups",
        groups: vec![
            group("Why", Topic::WhyNone, "why there are no backups"),
            group("Alternatives", Topic::Instead, "what to use instead"),
        ],
    })
}

/// Returns the section on failures and power-offs.
fn failures(context: &PlanContext) -> Section {
    let group = |heading, statements| StatementGroup {
        heading: Some(heading),
        statements,
    };
    let deletion = match context.cell.has_backups() {
        true => statements_for(context, Topic::Deletion),
        false => Vec::new(),
    };
    let node_failure =
        statements_or_not_stated(context, Topic::NodeFailure, "node failure on this plan");
    Section {
        id: Section::FAILURES,
        title: "Failures and power-off",
        groups: vec![
            group("Node failure", node_failure),
            group("Power-off", power_off_statements(context)),
            group("Power-on", power_on_statements(context)),
            group("Long power-off", long_power_off_statements(context)),
            group("Deletion", deletion),
        ],
    }
}

fn location_section(context: &PlanContext) -> Section {
    let group = |heading, topic| StatementGroup {
        heading: Some(heading),
        statements: match context.cell.has_backups() {
            true => statements_for(context, topic),
            false => own_statements_for(context, topic),
        },
    };
    Section {
        id: "where",
        title: "Storage and access",
        groups: vec![
            group("Storage", Topic::Location),
            group("Access", Topic::Access),
            group("More", Topic::Note),
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
    statements_for(context, Topic::StandardTooling)
}
