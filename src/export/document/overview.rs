//! The documents of pages about several plans: a service, the stack, and the matrix.

use std::rc::Rc;

use super::builder::{ExportDocument, Fact, SectionLayout};
use crate::domain::{Clause, IncidentInput, Policy, Requirements, Timestamp};
use crate::report::matrix;
use crate::report::page::SITE_NAME;
use crate::report::plan_finder::{CellMatch, PlanOffer};
use crate::report::{
    Label, Matrix, Metric, PlanFinderResult, ServiceReport, Source, StackReport, format, labels,
};

/// Facts of a document at most.
const MAX_FACTS: usize = 4;

/// Builds the document of a service: its plans side by side.
pub(super) fn service(report: &ServiceReport) -> ExportDocument {
    let name = &report.service.short_name;
    let mut document = ExportDocument::of_words(name, &report.headline, "");
    document.begin_section(labels::CONDITIONS, SectionLayout::Line);
    document.push_conditions("", &report.conditions);
    let tool = report.plans.iter().find_map(|plan| plan.key_facts().last());
    if let Some(Metric { label, value, .. }) = tool {
        document.notes.push(format!("{label}: {value}"));
    }
    for plan in &report.plans {
        document.facts.push(Fact {
            label: plan.plan.name.clone(),
            value: plan.label.to_string(),
            kind: Some(plan.answer_kind),
        });
        let title = format!("{name} {}", plan.plan.name);
        document.begin_section(&title, SectionLayout::Omitted);
        push_cell(&mut document, "", &plan.label, plan.table_clause.clone());
        document.push_metrics(&plan.metrics);
    }
    document.begin_section(labels::PLAN_STEPS, SectionLayout::List);
    for step in &report.steps {
        document.push_row(&step.title, &step.changes, None);
    }
    document.push_statements("", &report.step_remarks);
    document
}

/// Builds the document of the stack, with the incident if there is one.
pub(super) fn stack(
    report: &StackReport,
    incident: &IncidentInput,
    now: Option<Timestamp>,
) -> ExportDocument {
    let mut document = ExportDocument::of_words(labels::STACK, &report.headline, &report.lead);
    document.push_facts(&report.metrics);
    for member in &report.members {
        document.begin_section(&member.name, SectionLayout::Line);
        document.push_row("", &member.label.to_string(), None);
        if member.is_limiting {
            document.push_row("", labels::LIMITING, None);
        }
        document.push_conditions("", &member.conditions);
    }
    if let Some(stack_incident) = &report.incident {
        document.push_incident_section(incident, now);
        document.push_incident(&stack_incident.headline);
        document.push_noted_values(&stack_incident.details);
        document.push_statements("", &stack_incident.remarks);
    }
    document.begin_section(labels::STACK_COMBINED, SectionLayout::Omitted);
    document.push_metrics(&report.metrics);
    document.begin_section(labels::STACK_REMARKS, SectionLayout::Line);
    document.push_statements("", &report.remarks);
    document
}

/// Builds the document of the matrix.
pub(super) fn matrix(policy: &Policy, matrix: &Rc<Matrix>) -> ExportDocument {
    let mut document = ExportDocument::of_words(SITE_NAME, labels::MATRIX, "");
    push_matrix(&mut document, policy, matrix, None);
    document.matrix = Some(matrix.clone());
    document
}

/// Builds the document of the matrix with the match of each cell. Its facts are the smallest plans that match.
pub(super) fn plan_finder(
    policy: &Policy,
    matrix: &Matrix,
    finder: &PlanFinderResult,
    requirements: &Requirements,
) -> ExportDocument {
    let mut document = ExportDocument::of_words(SITE_NAME, &finder.summary, "");
    document.begin_section(labels::REQUIREMENTS, SectionLayout::List);
    let durations = [
        (labels::MIN_WINDOW, requirements.min_window),
        (labels::MAX_LOSS, requirements.max_loss),
    ];
    let durations = durations.map(|(label, duration)| (label, duration.map(format::minutes)));
    let pitr = requirements.pitr_required.then(|| "yes".to_owned());
    for (label, text) in durations.into_iter().chain([(labels::PITR_REQUIRED, pitr)]) {
        if let Some(text) = text {
            document.push_row(label, &text, None);
            document.notes.push(format!("{label}: {text}"));
        }
    }
    document.begin_section(labels::CONDITIONS, SectionLayout::Line);
    for caveat in &finder.caveats {
        document.push_row("", caveat, None);
        document.notes.push(caveat.clone());
    }
    document.begin_section("Matches", SectionLayout::Line);
    for offer in &finder.offers {
        document.push_row(&offer.name, &offer.label.to_string(), None);
    }
    document.facts = finder
        .offers
        .iter()
        .take(MAX_FACTS)
        .map(offer_fact)
        .collect();
    push_matrix(&mut document, policy, matrix, Some(finder));
    document
}

fn offer_fact(offer: &PlanOffer) -> Fact {
    Fact {
        label: offer.name.clone(),
        value: offer.label.to_string(),
        kind: None,
    }
}

/// Adds the cells of the matrix with their matches.
fn push_matrix(
    document: &mut ExportDocument,
    policy: &Policy,
    matrix: &Matrix,
    finder: Option<&PlanFinderResult>,
) {
    let layout = match finder {
        Some(_) => SectionLayout::Omitted,
        None => SectionLayout::Line,
    };
    for (index, row) in matrix.rows.iter().enumerate() {
        document.begin_section(&row.service.name, layout);
        let service_match = finder.and_then(|finder| finder.rows.get(index));
        for (column, (plan, cell)) in matrix.plans.iter().zip(&row.cells).enumerate() {
            let clause = matrix::table_clause(policy, row.service.id, plan.id);
            push_cell(document, &plan.name, &cell.label, clause);
            if let Some(cell_match) = service_match.and_then(|cells| cells.get(column)) {
                document.push_row("", &match_sentence(cell_match), None);
            }
        }
    }
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
fn push_cell(document: &mut ExportDocument, plan: &str, label: &Label, clause: Rc<Clause>) {
    document.push_row(plan, &label.to_string(), Some(Source::Policy(clause)));
}
