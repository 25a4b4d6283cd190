//! The sheets of a service, of several services, and of the table with or without needs.

use super::plan::push_metrics;
use super::{ExportDocument, NO_BAR, empty_document};
use crate::domain::{Policy, Scenario, Schedule};
use crate::report::page::SITE_NAME;
use crate::report::service::PLAN_CHANGE_NOT_STATED;
use crate::report::{
    PlanFinderResult, PlanReport, ServiceReport, Source, StackReport, TimeContext, format,
};

/// The plans of a service beside each other.
pub(super) fn service(report: &ServiceReport) -> ExportDocument {
    let name = &report.service.short_name;
    let mut document = empty_document(name.clone(), &report.headline, "");
    document.begin_section("What it depends on");
    document.push_conditions("", &report.conditions);
    for plan in &report.plans {
        document.begin_section(&format!("{name} {}", plan.plan.name));
        let label = push_cell(&mut document, "", plan);
        let schedule = plan.schedule.as_ref();
        let reach = schedule.map_or(NO_BAR, Schedule::guaranteed_window);
        document.push_card_line(&plan.plan.name, &label, reach);
        push_metrics(&mut document, &plan.metrics);
    }
    document.push_bar_legend();
    document.begin_section("What a step changes");
    for step in &report.steps {
        let pair = format!("{} and {}", step.from, step.to);
        if step.gains.is_empty() {
            document.push_row(&pair, "The policy gives both the same.", None);
            continue;
        }
        let line = |to: &str, changes| format!("{to}: {}.", format::join_list(changes));
        document.push_row(&pair, &line(&step.to, &step.gains), None);
        document.push_row("", &line(&step.from, &step.losses), None);
    }
    if !report.steps.is_empty() {
        document.push_row("", PLAN_CHANGE_NOT_STATED, Some(Source::NotStated));
    }
    document
}

/// A cell in a few characters, which it gives back, with the policy's words for it.
fn push_cell(document: &mut ExportDocument, label: &str, report: &PlanReport) -> String {
    let source = Some(Source::Policy(report.table_clause.clone()));
    let text = report.label.to_string();
    document.push_row(label, &text, source);
    text
}

/// Several services, and what an incident does to them.
pub(super) fn stack(policy: &Policy, scenario: &Scenario, time: TimeContext) -> ExportDocument {
    let report = StackReport::new(policy, scenario, time);
    let title = "Several services together".to_owned();
    let mut document = empty_document(title, &report.headline, &report.lead);
    if let Some(stack_incident) = &report.incident {
        document.push_incident_section(scenario, time);
        document.push_incident(&stack_incident.headline, &stack_incident.details);
        document.push_statements("", &stack_incident.remarks);
    }
    for member in &report.members {
        document.begin_section(&member.name);
        let mut label = member.label.to_string();
        document.push_row("", &label, None);
        if member.is_limiting {
            document.push_row("", "weakest link", None);
            label.push_str(", weakest link");
        }
        document.push_card_line(&member.name, &label, member.guaranteed_window);
        document.push_details(&member.details);
        document.push_conditions("", &member.conditions);
    }
    document.push_bar_legend();
    document.begin_section("All together");
    push_metrics(&mut document, &report.metrics);
    document.push_statements("", &report.remarks);
    document
}

/// The whole table; where needs are named, with the judgement of each cell.
pub(super) fn matrix(policy: &Policy, scenario: &Scenario) -> ExportDocument {
    let result = PlanFinderResult::new(policy, &scenario.requirements);
    let summary = result.as_ref().map(|finding| finding.summary.as_str());
    let headline = summary.unwrap_or("All services and plans");
    let mut document = empty_document(SITE_NAME.to_owned(), headline, "");
    if let Some(result) = &result {
        document.begin_section("What you need");
        let requirements = &scenario.requirements;
        let lengths = [
            ("Go back at least", requirements.min_window),
            ("Lose at most", requirements.max_loss),
        ];
        for (term, length) in lengths {
            if let Some(length) = length {
                document.push_requirement(term, &format::minutes(length));
            }
        }
        if requirements.pitr_required {
            document.push_requirement("Any second (PITR)", "yes");
        }
        for caveat in &result.caveats {
            document.push_row("", caveat, None);
            document.push_card_line("", caveat, NO_BAR);
        }
    }
    for (index, (id, service)) in policy.services().enumerate() {
        document.begin_section(&service.name);
        let service_match = result.as_ref().and_then(|finding| finding.rows.get(index));
        if let Some(found) = service_match {
            document.push_row("Plans that do it", &found.summary, None);
        }
        let mut labels = Vec::new();
        for (column, (plan, plan_entry)) in policy.plans().enumerate() {
            let label = push_cell(
                &mut document,
                &plan_entry.name,
                &PlanReport::new(policy, id, plan),
            );
            // Put together so that no line ends in it.
            labels.push(format!("{} {label}", plan_entry.name).replace(' ', "\u{a0}"));
            let cell_match = service_match.and_then(|found| found.cells.get(column));
            if let Some(cell_match) = cell_match {
                let verdict = if cell_match.is_unmet {
                    "does not do it."
                } else {
                    "does it."
                };
                let why = format!("{verdict} {}", cell_match.reason);
                document.push_row("", &format::capitalize(why.trim_end()), None);
            }
        }
        let line = service_match.map_or_else(|| labels.join("; "), |found| found.summary.clone());
        document.push_card_line(&service.short_name, &line, NO_BAR);
    }
    document
}
