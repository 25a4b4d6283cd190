//! The documents of pages about several plans: a service, the stack, and the matrix.

use super::builder::ExportDocument;
use crate::domain::{Clause, IncidentInput, Policy, Requirements, Timestamp};
use crate::report::matrix::{self, MatrixCell};
use crate::report::page::SITE_NAME;
use crate::report::plan_finder::CellMatch;
use crate::report::{
    Label, Matrix, PlanFinderResult, ServiceReport, Source, StackReport, format, labels,
};

/// Builds the document of a service: its plans side by side. On a card with a ladder, that has the plans.
pub(super) fn service(report: &ServiceReport, has_ladder: bool) -> ExportDocument {
    let name = &report.service.short_name;
    let mut document = new_document(name, &report.headline, "");
    document.begin_section("Conditions");
    document.push_conditions("", &report.conditions);
    for plan in &report.plans {
        document.begin_section(&format!("{name} {}", plan.plan.name));
        push_cell(&mut document, "", &plan.label, plan.table_clause.clone());
        if !has_ladder {
            document.push_card_line(&plan.plan.name, &plan.label.to_string());
        }
        document.push_metrics(&plan.metrics);
    }
    document.begin_section(labels::PLAN_STEPS);
    for step in &report.steps {
        document.push_row(&step.title, &step.changes, None);
    }
    document.push_statements("", &report.step_remarks);
    document
}

/// Builds the document of the stack, with the incident if there is one. On a card with a ladder, that has the services.
pub(super) fn stack(
    report: &StackReport,
    incident: &IncidentInput,
    now: Option<Timestamp>,
    has_ladder: bool,
) -> ExportDocument {
    let title = labels::STACK;
    let mut document = new_document(title, &report.headline, &report.lead);
    if let Some(stack_incident) = &report.incident {
        document.push_incident_section(incident, now);
        document.push_incident(&stack_incident.headline, stack_incident.details.iter());
        document.push_statements("", &stack_incident.remarks);
    }
    for member in &report.members {
        document.begin_section(&member.name);
        let mut card_text = member.label.to_string();
        document.push_row("", &card_text, None);
        if member.is_limiting {
            document.push_row("", labels::LIMITING, None);
            card_text += &format!(", {}", labels::LIMITING);
        }
        if !has_ladder {
            document.push_card_line(&member.name, &card_text);
        }
        document.push_conditions("", &member.conditions);
    }
    document.begin_section(labels::STACK_COMBINED);
    document.push_metrics(&report.metrics);
    document.push_statements("", &report.remarks);
    document
}

/// Builds the document of the matrix, with the match of each cell if there are requirements.
pub(super) fn matrix(
    policy: &Policy,
    finder: Option<&PlanFinderResult>,
    requirements: &Requirements,
) -> ExportDocument {
    let headline = finder.map_or(labels::MATRIX, |finder| &finder.summary);
    let mut document = new_document(SITE_NAME, headline, "");
    if let Some(finder) = finder {
        push_requirements(&mut document, requirements, &finder.caveats);
    }
    let matrix = Matrix::new(policy);
    for (index, row) in matrix.rows.iter().enumerate() {
        document.begin_section(&row.service.name);
        let service_match = finder.and_then(|finder| finder.rows.get(index));
        let mut labels = Vec::new();
        for (column, (plan, cell)) in matrix.plans.iter().zip(&row.cells).enumerate() {
            let clause = matrix::table_clause(policy, row.service.id, plan.id);
            push_cell(&mut document, &plan.name, &cell.label, clause);
            let cell_match = service_match.and_then(|cells| cells.get(column));
            if let Some(cell_match) = cell_match {
                document.push_row("", &match_sentence(cell_match), None);
            }
            if cell_match.is_none_or(|cell_match| !cell_match.is_unmet) {
                labels.push(unbreakable_label(&plan.name, cell));
            }
        }
        if labels.is_empty() {
            labels.push("No match".to_owned());
        }
        document.push_card_line(&row.service.short_name, &labels.join("; "));
    }
    document
}

fn push_requirements(
    document: &mut ExportDocument,
    requirements: &Requirements,
    caveats: &[String],
) {
    document.begin_section(labels::REQUIREMENTS);
    let durations = [
        (labels::MIN_WINDOW, requirements.min_window),
        (labels::MAX_LOSS, requirements.max_loss),
    ];
    for (label, duration) in durations {
        if let Some(duration) = duration {
            document.push_requirement(label, &format::minutes(duration));
        }
    }
    if requirements.pitr_required {
        document.push_requirement(labels::PITR_REQUIRED, "yes");
    }
    for caveat in caveats {
        document.push_row("", caveat, None);
        document.push_card_line("", caveat);
    }
}

/// Returns the plan and the label of a cell without spaces at which a line of the card could break.
fn unbreakable_label(plan: &str, cell: &MatrixCell) -> String {
    format!("{plan} {}", cell.label).replace(' ', "\u{a0}")
}

fn match_sentence(cell_match: &CellMatch) -> String {
    let verdict = if cell_match.is_unmet {
        "No match."
    } else {
        "Match."
    };
    let reason = cell_match.reason.as_deref().unwrap_or_default();
    format!("{verdict} {reason}").trim_end().to_owned()
}

/// Adds the label of a cell, with the policy's text for it.
fn push_cell(document: &mut ExportDocument, plan: &str, label: &Label, clause: Clause) {
    document.push_row(plan, &label.to_string(), Some(Source::Policy(clause)));
}

fn new_document(title: &str, headline: &str, lead: &str) -> ExportDocument {
    ExportDocument {
        title: title.to_owned(),
        headline: headline.to_owned(),
        lead: lead.to_owned(),
        ..ExportDocument::default()
    }
}
