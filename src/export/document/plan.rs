//! The document of a service and plan.

use super::builder::ExportDocument;
use crate::domain::{Scenario, Timestamp};
use crate::report::incident::RestoreSteps;
use crate::report::{
    AnswerContent, IncidentReport, PlanReport, PowerOffReport, RestorePointTable, Source, labels,
};

/// Builds the document of an answer, in the order of the page.
pub(super) fn document(
    content: &AnswerContent,
    scenario: &Scenario,
    now: Option<Timestamp>,
) -> ExportDocument {
    let report = &content.report;
    let mut document = ExportDocument {
        title: format!("{} {}", report.service.short_name, report.plan.name),
        headline: report.headline.clone(),
        lead: report.lead.clone(),
        kind: Some(report.answer_kind),
        ..ExportDocument::default()
    };
    document.begin_section("The policy");
    let source = Source::Policy(report.table_clause.clone());
    document.push_row("", &report.table_clause.quote, Some(source));
    document.push_conditions("Depends on", &report.conditions);
    if let Some(incident) = &content.incident {
        push_incident(&mut document, incident, scenario, now);
    }
    document.begin_section("In figures");
    document.push_metrics(&report.metrics);
    for section in report.all_sections() {
        document.begin_section(section.title);
        for group in &section.groups {
            document.push_statements(group.heading.unwrap_or_default(), &group.statements);
        }
    }
    // Without a date of the power-off, the section on failures contains the rest.
    let power_off = content.power_off.as_ref();
    if let Some(power_off) = power_off.filter(|_| scenario.service.powered_off_on.is_some()) {
        push_power_off(&mut document, power_off);
    }
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
    let details = report.restore_before.iter().chain(&report.details);
    document.push_incident(&report.headline, details);
    for advice in &report.advice {
        document.push_row("", &advice.text, None);
    }
    for caveat in &report.caveats {
        document.push_row(labels::CAVEATS, caveat, None);
    }
    if let Some(steps) = &report.restore_steps {
        push_restore_steps(document, steps);
    }
}

fn push_restore_steps(document: &mut ExportDocument, steps: &RestoreSteps) {
    document.begin_section(labels::RESTORE);
    let basis = steps.basis.clone() + &steps.source.name;
    document.push_row("", &basis, None);
    for step in &steps.steps {
        document.push_row("", step, None);
    }
    if let Some(command) = &steps.command {
        document.push_command("Command line", command, None);
    }
    document.push_row(&steps.source.name, &steps.source.url, None);
}

fn push_power_off(document: &mut ExportDocument, report: &PowerOffReport) {
    document.begin_section(labels::POWER_OFF);
    document.push_row("", &report.headline, None);
    document.push_statements("", &report.statements);
    for group in &report.groups {
        document.push_statements(group.heading.unwrap_or_default(), &group.statements);
    }
}

fn push_tools(document: &mut ExportDocument, report: &PlanReport) {
    document.begin_section(labels::EXPORT_TOOLS);
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
    document.begin_section(&table.caption);
    for row in &table.rows {
        let text = format!("expires {}. Kept: {}", row.expires, row.rule);
        document.push_row(&row.taken, &text, None);
    }
}
