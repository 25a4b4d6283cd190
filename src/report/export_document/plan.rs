//! The sheet of an answer.

use super::{ExportDocument, empty_document};
use crate::domain::{Policy, Selection};
use crate::report::{
    IncidentReport, Metric, PlanComparison, PlanReport, PowerOffReport, RestorePointTable, Source,
    TimeContext, Timeline,
};

/// The answer with the visitor's case, most urgent first, as on the page.
pub(super) fn document(
    policy: &Policy,
    report: &PlanReport,
    selection: &Selection,
    time: TimeContext,
) -> ExportDocument {
    let title = format!("{} {}", report.service.short_name, report.plan.name);
    let mut document = empty_document(title, &report.headline, &report.lead);
    document.kind = Some(report.answer_kind);
    document.begin_section("The policy");
    let table = Some(Source::Policy(report.table_clause.clone()));
    document.push_row("", &report.table_clause.quote, table);
    document.push_conditions("Depends on", &report.conditions);
    let incident_report = IncidentReport::new(policy, report, &selection.scenario, time);
    if let Some(incident_report) = &incident_report {
        push_incident(&mut document, incident_report, selection, time);
    }
    document.begin_section("In figures");
    push_metrics(&mut document, &report.metrics);
    let comparison = PlanComparison::new(policy, report, selection);
    if let Some(comparison) = &comparison {
        document.begin_section("Another plan");
        for sentence in &comparison.sentences {
            document.push_row("", sentence, None);
        }
    }
    for section in &report.sections {
        document.begin_section(section.title);
        for group in &section.groups {
            document.push_statements(group.heading, &group.statements);
        }
    }
    push_power_off(&mut document, policy, selection, time);
    push_export(&mut document, report);
    if let Some(schedule) = &report.schedule {
        let markers = incident_report.and_then(|incident_report| incident_report.markers);
        let compared_plan = comparison.and_then(|comparison| comparison.compared_plan);
        let picture = Timeline::for_scenario(
            schedule,
            &selection.scenario,
            markers,
            compared_plan,
            time.now,
        );
        document.picture = Some(picture);
        let points = RestorePointTable::new(schedule, &selection.scenario, time);
        document.begin_section(&points.caption);
        for point in &points.rows {
            let rule = points
                .rules
                .get(point.rule_index)
                .map_or("", String::as_str);
            let text = format!("disappears {}; kept: {rule}", point.expires);
            document.push_row(&point.taken, &text, None);
        }
    }
    document
}

fn push_incident(
    document: &mut ExportDocument,
    incident_report: &IncidentReport,
    selection: &Selection,
    time: TimeContext,
) {
    let scenario = &selection.scenario;
    document.push_incident_section(scenario, time);
    if let Some(hour) = scenario.incident.backup_time {
        document.push_row("Backups run at", &format!("{hour} UTC"), None);
    }
    document.push_incident(&incident_report.headline, &incident_report.details);
    for advice in &incident_report.advice {
        document.push_row("", &advice.text, None);
    }
}

/// Figures with what to know of them.
pub(super) fn push_metrics(document: &mut ExportDocument, metrics: &[Metric]) {
    for metric in metrics {
        document.push_row(metric.label, &metric.value, None);
        document.push_statements("", &metric.notes);
    }
}

/// Nothing where no power-off is asked about: the section on failures says the rest.
fn push_power_off(
    document: &mut ExportDocument,
    policy: &Policy,
    selection: &Selection,
    time: TimeContext,
) {
    let Some((service, plan)) = selection
        .service_and_plan()
        .filter(|_| selection.scenario.service.powered_off_on.is_some())
    else {
        return;
    };
    if let Some(power_off) = PowerOffReport::new(policy, service, plan, &selection.scenario, time) {
        document.begin_section("Power-off clock");
        document.push_row("", &power_off.headline, None);
        document.push_statements("", &power_off.statements);
        for group in &power_off.groups {
            document.push_statements(group.heading, &group.statements);
        }
    }
}

fn push_export(document: &mut ExportDocument, report: &PlanReport) {
    document.begin_section("Export it yourself");
    for recommended in &report.tools {
        let tool = &recommended.tool;
        let source = recommended.clause.clone().map(Source::Policy);
        document.push_row(&tool.name, &tool.command, source);
        if let Some(row) = document
            .sections
            .last_mut()
            .and_then(|part| part.rows.last_mut())
        {
            row.is_command = true;
        }
        if let Some(note) = &tool.note {
            document.push_row("", note, Some(Source::Interpretation));
        }
        document.push_row("", &tool.url, None);
    }
    document.push_statements("", &report.export_remarks);
}
