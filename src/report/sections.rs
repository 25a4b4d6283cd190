//! What else to know: failures, power, adjusting, where backups are, and exporting.

use super::context::PlanContext;
use super::facts::{statements_for, statements_or_not_stated};
use super::power_off;
use super::statement::{Section, Source, Statement, StatementGroup};
use crate::domain::{Cell, Topic};

/// The sections of an answer, in order of urgency; none where the plan does not exist.
pub(super) fn sections(context: &PlanContext) -> Vec<Section> {
    if !context.cell.is_offered() {
        return Vec::new();
    }
    let mut sections = Vec::new();
    if *context.cell == Cell::NoBackups {
        sections.push(no_backups_section(context));
    }
    sections.push(failure_section(context));
    if context.cell.has_backups() || context.disabled_by.is_some() {
        sections.push(single_group_section(
            "adjust",
            "What you can adjust",
            with_doubt(
                context,
                statements_or_not_stated(context, Topic::Adjust, "what you may adjust"),
            ),
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

fn single_group_section(
    id: &'static str,
    title: &'static str,
    statements: Vec<Statement>,
) -> Section {
    Section {
        id,
        title,
        groups: vec![StatementGroup {
            heading: "",
            statements,
        }],
    }
}

/// Sections of the document name no plan, while the table gives this one a single backup only.
fn with_doubt(context: &PlanContext, mut statements: Vec<Statement>) -> Vec<Statement> {
    if *context.cell == Cell::RecoveryOnly && statements.iter().any(|one| one.clause().is_some()) {
        statements.push(Statement::not_stated(
            "whether this holds for the single backup of this plan",
        ));
    }
    statements
}

fn no_backups_section(context: &PlanContext) -> Section {
    let why = statements_or_not_stated(context, Topic::WhyNone, "why there are no backups");
    let instead = statements_or_not_stated(context, Topic::Instead, "what to use instead");
    Section {
        id: "instead",
        title: "Why, and what instead",
        groups: vec![
            StatementGroup {
                heading: "Why",
                statements: why,
            },
            StatementGroup {
                heading: "Instead",
                statements: instead,
            },
        ],
    }
}

fn failure_section(context: &PlanContext) -> Section {
    Section {
        id: "failures",
        title: "When something happens",
        groups: vec![
            StatementGroup {
                heading: "A node fails",
                statements: statements_or_not_stated(
                    context,
                    Topic::NodeFailure,
                    "node failure on this plan",
                ),
            },
            StatementGroup {
                heading: "You power it off",
                statements: power_off::power_off_statements(context),
            },
            StatementGroup {
                heading: "You power it on again",
                statements: power_off::power_on_statements(context),
            },
            StatementGroup {
                heading: "It stays off for long",
                statements: power_off::long_power_off_statements(context),
            },
        ],
    }
}

fn location_section(context: &PlanContext) -> Section {
    Section {
        id: "where",
        title: "Where the backups are",
        groups: vec![
            StatementGroup {
                heading: "Place",
                statements: statements_for(context, Topic::Location),
            },
            StatementGroup {
                heading: "Access",
                statements: statements_for(context, Topic::Access),
            },
        ],
    }
}

/// What to say about exporting beside, or instead of, the tools.
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
