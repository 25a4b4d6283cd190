//! Golden files of the reports of all cells and services.

mod fixtures;

use backup_calculator::domain::Policy;
use backup_calculator::report::{PlanReport, ServiceReport, Source, Statement};
use fixtures::{UNKNOWN_TIME, golden, ladder, later_policy, policy, reports};

/// Formats a statement after its source.
fn line(statement: &Statement) -> String {
    match &statement.source {
        Source::Policy(clause) => format!("[{}] {}", clause.id, statement.text),
        Source::NotStated => format!("[silent] {}", statement.text),
        Source::Interpretation => format!("[reading] {}", statement.text),
    }
}

fn lines<'a>(all: impl IntoIterator<Item = &'a Statement>) -> String {
    all.into_iter()
        .map(|statement| format!("    {}\n", line(statement)))
        .collect()
}

/// Formats label, headline, lead, metrics and ladder of a cell.
fn metrics(policy: &Policy, report: &PlanReport) -> String {
    let mut text = format!(
        "== {} · {}\nlabel     {}\nheadline  {}\nlead      {}\n",
        report.path, report.table_clause.quote, report.label, report.headline, report.lead
    );
    for metric in &report.metrics {
        text += &format!(
            "{}: {}\n{}",
            metric.label,
            metric.value,
            lines(&metric.notes)
        );
    }
    if let Some(ladder) = ladder(policy, &report.path, "", UNKNOWN_TIME) {
        let ticks: Vec<&str> = ladder
            .ticks
            .iter()
            .map(|tick| tick.label.as_str())
            .collect();
        let rows: Vec<String> = ladder
            .rows
            .iter()
            .map(|row| format!("{} {}", row.name, row.result()))
            .collect();
        text += &format!(
            "ladder    {}\n          {}\n          {}\n",
            rows.join(" | "),
            ticks.join(" | "),
            ladder.caption
        );
    }
    text + "\n"
}

/// Formats sections and export tools of a cell.
fn sections(report: &PlanReport) -> String {
    let mut text = String::new();
    for section in report.all_sections() {
        text += &format!("{} ({})\n", section.title, section.id);
        for group in &section.groups {
            let term = group.heading.map(|heading| format!("  {heading}\n"));
            let term = term.unwrap_or_default();
            text += &(term + &lines(&group.statements));
        }
    }
    for tool in &report.tools {
        let clause = tool
            .clause
            .as_ref()
            .map_or("no clause", |clause| clause.id.as_str());
        text += &format!(
            "Export with {} [{clause}]\n    {}\n",
            tool.tool.name,
            tool.tool.command.replace('\n', "\n    ")
        );
        let note = tool.note.as_ref().map(|note| &note.text);
        text += &note.map_or(String::new(), |note| format!("    note: {note}\n"));
    }
    text + &lines(&report.export_remarks)
}

/// Formats the plan comparison of a service.
fn compared(service: &ServiceReport) -> String {
    let mut text = format!(
        "== {} · {}\n{}\n",
        service.service.path, service.service.name, service.headline
    );
    for plan in &service.plans {
        text += &format!("  {}: {}\n", plan.plan.name, plan.label);
    }
    for step in &service.steps {
        text += &format!("{}: {}\n", step.title, step.changes);
    }
    text + "\n"
}

#[test]
fn all_52_reports_match_the_golden_file() {
    assert_reports(&policy(), 52, "tests/golden/reports.txt");
}

#[test]
fn all_50_reports_of_the_later_edition_match_the_golden_file() {
    assert_reports(&later_policy(), 50, "tests/golden/2026-03/reports.txt");
}

fn assert_reports(policy: &Policy, count: usize, file: &str) {
    let reports = reports(policy);
    let text: String = reports
        .iter()
        .map(|report| metrics(policy, report))
        .collect();
    assert_eq!(text.matches("headline  ").count(), count);
    golden(file, &text);
}

#[test]
fn sections_and_tools_match_the_golden_files() {
    golden("tests/golden/sections.txt", &all_sections(&policy()));
    golden(
        "tests/golden/2026-03/sections.txt",
        &all_sections(&later_policy()),
    );
}

/// Formats sections and export tools of all cells. Plans with equal sections are listed together.
fn all_sections(policy: &Policy) -> String {
    let mut text = String::new();
    let reports = reports(policy);
    for service in reports.chunk_by(|one, other| one.service == other.service) {
        for same in service.chunk_by(|one, other| sections(one) == sections(other)) {
            let plans: Vec<&str> = same
                .iter()
                .map(|report| report.plan.slug.as_str())
                .collect();
            text += &format!(
                "== {}: {}\n{}\n",
                same[0].service.slug,
                plans.join(", "),
                sections(&same[0])
            );
        }
    }
    text
}

#[test]
fn all_13_service_comparisons_match_the_golden_file() {
    let policy = policy();
    let services = policy
        .services()
        .map(|(service, _)| ServiceReport::new(&policy, service));
    let text: String = services.map(|service| compared(&service)).collect();
    assert_eq!(text.matches("== ").count(), 13);
    golden("tests/golden/services.txt", &text);
}
