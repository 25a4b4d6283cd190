//! The document of a service and plan.

use super::builder::{ExportDocument, SectionLayout};
use crate::domain::{Scenario, Timestamp};
use crate::report::incident::RestoreSteps;
use crate::report::{
    AnswerContent, CountdownReport, IncidentReport, PlanReport, RestorePointTable, Section, Source,
    labels,
};

/// Builds the document of an answer, in the order of the page.
pub(super) fn document(
    content: &AnswerContent,
    scenario: &Scenario,
    now: Option<Timestamp>,
) -> ExportDocument {
    let report = &content.report;
    let title = format!("{} {}", report.service.short_name, report.plan.name);
    let mut document = ExportDocument {
        kind: Some(report.answer_kind),
        ..ExportDocument::of_words(&title, &report.headline, &report.lead)
    };
    document.push_facts(report.key_facts());
    document.begin_section("Policy", SectionLayout::Line);
    let source = Source::Policy(report.table_clause.clone());
    document.push_row("", &report.table_clause.quote, Some(source));
    document.begin_section(labels::CONDITIONS, SectionLayout::Line);
    document.push_conditions("", &report.conditions);
    document.begin_section("In figures", SectionLayout::Omitted);
    document.push_metrics(&report.metrics);
    // What the policy does not state, and what replaces backups; the rest is on the page.
    for section in report.all_sections() {
        let is_brief = section.id == Section::NOT_STATED || report.alternatives.is_some();
        let layout = match is_brief {
            true => SectionLayout::Line,
            false => SectionLayout::Omitted,
        };
        document.begin_section(section.title, layout);
        for group in &section.groups {
            document.push_statements(group.heading.unwrap_or_default(), &group.statements);
        }
    }
    if let Some(incident) = &content.incident {
        push_incident(&mut document, incident, scenario, now);
    }
    // Without their dates, the section on failures contains the rest.
    for countdown in content.countdowns.iter() {
        if !countdown.headline.is_empty() {
            push_countdown(&mut document, countdown);
        }
    }
    // Where a backup can be restored, an export is for later.
    let incident = content.incident.as_ref();
    let is_restorable = incident.is_some_and(|incident| incident.restore_steps.is_some());
    let layout = match is_restorable {
        true => SectionLayout::Omitted,
        false => SectionLayout::List,
    };
    document.begin_section(labels::EXPORT_TOOLS, layout);
    push_tools(&mut document, report);
    if let Some(table) = &content.restore_points {
        push_restore_points(&mut document, table);
    }
    document
}

fn push_incident(
    document: &mut ExportDocument,
    report: &IncidentReport,
    scenario: &Scenario,
    now: Option<Timestamp>,
) {
    document.push_incident_section(&scenario.incident, now);
    if let Some(time) = scenario.incident.backup_time {
        document.push_row("Backups run at", &format!("{time} UTC"), None);
    }
    document.push_incident(&report.headline);
    document.push_noted_values(&report.lead);
    document.push_values(&report.details);
    push_texts(
        document,
        labels::NEXT_STEPS,
        report.advice.iter().map(|advice| &advice.text),
    );
    push_texts(document, labels::CAVEATS, report.caveats.iter());
    if let Some(steps) = &report.restore_steps {
        push_restore_steps(document, steps);
    }
}

/// Adds texts on the same subject, which only the first row names.
fn push_texts<'a>(
    document: &mut ExportDocument,
    label: &str,
    texts: impl Iterator<Item = &'a String>,
) {
    let labels = std::iter::once(label).chain(std::iter::repeat(""));
    for (label, text) in labels.zip(texts) {
        document.push_row(label, text, None);
    }
}

fn push_restore_steps(document: &mut ExportDocument, steps: &RestoreSteps) {
    document.begin_section(labels::RESTORE, SectionLayout::List);
    push_texts(document, "Steps", steps.steps.iter());
    if let Some(command) = &steps.command {
        document.push_command("Command line", command, None);
    }
    let source = format!("{}, {}", steps.source.name, steps.source.url);
    document.push_row(&steps.basis, &source, None);
}

fn push_countdown(document: &mut ExportDocument, report: &CountdownReport) {
    document.begin_section(report.event.heading(), SectionLayout::List);
    document.push_row("", &report.headline, None);
    document.push_statements("", &report.statements);
    for group in &report.groups {
        document.push_statements(group.heading.unwrap_or_default(), &group.statements);
    }
}

fn push_tools(document: &mut ExportDocument, report: &PlanReport) {
    for recommended in &report.tools {
        let tool = &recommended.tool;
        let source = recommended.clause.clone().map(Source::Policy);
        document.push_command(&tool.name, &tool.command, source);
        document.push_statements("", recommended.note.as_slice());
        document.push_row("", &tool.url, None);
    }
    document.push_statements("", &report.export_remarks);
}

fn push_restore_points(document: &mut ExportDocument, table: &RestorePointTable) {
    document.begin_section(&table.caption, SectionLayout::Omitted);
    for row in &table.rows {
        let text = format!("expires {}. Kept: {}", row.expires, row.rule);
        document.push_row(&row.taken, &text, None);
    }
}
