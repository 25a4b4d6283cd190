//! The sheets of a service, of several services, and of the table with or without needs.

use super::answer::figures;
use super::{NO_BAR, Sheet, sheet};
use crate::domain::text::join;
use crate::domain::{Policy, Schedule, WhatIf};
use crate::report::compare::PLAN_CHANGE_SILENT;
use crate::report::screen::SITE;
use crate::report::{Clock, Finding, Report, ServiceReport, Source, StackReport, words};

/// The plans of a service beside each other.
pub(super) fn service(report: &ServiceReport) -> Sheet {
    let name = &report.service.short_name;
    let mut sheet = sheet(name.clone(), &report.headline, "");
    sheet.part("What it depends on");
    sheet.conditions("", &report.conditions);
    for plan in &report.plans {
        sheet.part(&format!("{name} {}", plan.plan.name));
        let label = cell(&mut sheet, "", plan);
        let schedule = plan.schedule.as_ref();
        let reach = schedule.map_or(NO_BAR, Schedule::guaranteed_window);
        sheet.brief(&plan.plan.name, &label, reach);
        figures(&mut sheet, &plan.figures);
    }
    sheet.bars();
    sheet.part("What a step changes");
    for step in &report.steps {
        let pair = format!("{} and {}", step.from, step.to);
        if step.adds.is_empty() {
            sheet.row(&pair, "The policy gives both the same.", None);
            continue;
        }
        let line = |to: &str, changes| format!("{to}: {}.", words::list(changes));
        sheet.row(&pair, &line(&step.to, &step.adds), None);
        sheet.row("", &line(&step.from, &step.loses), None);
    }
    if !report.steps.is_empty() {
        sheet.row("", PLAN_CHANGE_SILENT, Some(Source::Silent));
    }
    sheet
}

/// A cell in a few characters, which it gives back, with the policy's words for it.
fn cell(sheet: &mut Sheet, term: &str, report: &Report) -> String {
    let source = Some(Source::Policy(report.table.clone()));
    let label = report.label.to_string();
    sheet.row(term, &label, source);
    label
}

/// Several services, and what an incident does to them.
pub(super) fn stack(policy: &Policy, case: &WhatIf, clock: Clock) -> Sheet {
    let report = StackReport::new(policy, case, clock);
    let title = "Several services together".to_owned();
    let mut sheet = sheet(title, &report.headline, &report.lead);
    if let Some(told) = &report.incident {
        sheet.asked(case, clock);
        sheet.incident(&told.headline, &told.facts);
        sheet.said("", &told.remarks);
    }
    for member in &report.members {
        sheet.part(&member.name);
        let mut label = member.label.to_string();
        sheet.row("", &label, None);
        if member.weakest {
            sheet.row("", "weakest link", None);
            label = join(&[&label, "weakest link"], ", ");
        }
        sheet.brief(&member.name, &label, member.reach);
        sheet.facts(&member.facts);
        sheet.conditions("", &member.conditions);
    }
    sheet.bars();
    sheet.part("All together");
    figures(&mut sheet, &report.figures);
    sheet.said("", &report.remarks);
    sheet
}

/// The whole table; where needs are named, with the judgement of each cell.
pub(super) fn matrix(policy: &Policy, case: &WhatIf) -> Sheet {
    let finding = Finding::new(policy, &case.needs);
    let summary = finding.as_ref().map(|finding| finding.summary.as_str());
    let headline = summary.unwrap_or("All services and plans");
    let mut sheet = sheet(SITE.to_owned(), headline, "");
    if let Some(finding) = &finding {
        sheet.part("What you need");
        let needs = &case.needs;
        let lengths = [
            ("Go back at least", needs.back),
            ("Lose at most", needs.lose),
        ];
        for (term, length) in lengths {
            if let Some(length) = length {
                sheet.asked_for(term, &words::minutes(length));
            }
        }
        if needs.pitr {
            sheet.asked_for("Any second (PITR)", "yes");
        }
        for caveat in &finding.caveats {
            sheet.row("", caveat, None);
            sheet.brief("", caveat, NO_BAR);
        }
    }
    for (place, (id, service)) in policy.services().enumerate() {
        sheet.part(&service.name);
        let found = finding.as_ref().and_then(|finding| finding.rows.get(place));
        if let Some(found) = found {
            sheet.row("Plans that do it", &found.line, None);
        }
        let mut labels = Vec::new();
        for (column, (plan, named)) in policy.plans().enumerate() {
            let label = cell(&mut sheet, &named.name, &Report::new(policy, id, plan));
            // Put together so that no line ends in it.
            labels.push(join(&[&named.name, &label], " ").replace(' ', "\u{a0}"));
            let judged = found.and_then(|found| found.cells.get(column));
            if let Some(judged) = judged {
                let verdict = if judged.short {
                    "does not do it."
                } else {
                    "does it."
                };
                let why = format!("{verdict} {}", judged.why);
                sheet.row("", &words::sentence_case(why.trim_end()), None);
            }
        }
        let line = found.map_or_else(|| join(&labels, "; "), |found| found.line.clone());
        sheet.brief(&service.short_name, &line, NO_BAR);
    }
    sheet
}
