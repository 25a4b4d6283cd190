//! The sheet of an answer.

use super::{Sheet, sheet};
use crate::domain::{Policy, Selection};
use crate::report::{
    Change, Clock, Figure, IncidentReport, Points, PowerOff, Report, Source, Timeline,
};

/// The answer with the visitor's case, most urgent first, as on the page.
pub(super) fn answer(
    policy: &Policy,
    report: &Report,
    selection: &Selection,
    clock: Clock,
) -> Sheet {
    let title = format!("{} {}", report.service.short_name, report.plan.name);
    let mut sheet = sheet(title, &report.headline, &report.lead);
    sheet.kind = Some(report.kind);
    sheet.part("The policy");
    let table = Some(Source::Policy(report.table.clone()));
    sheet.row("", &report.table.quote, table);
    sheet.conditions("Depends on", &report.conditions);
    let told = IncidentReport::new(policy, report, &selection.case, clock);
    if let Some(told) = &told {
        incident(&mut sheet, told, selection, clock);
    }
    sheet.part("In figures");
    figures(&mut sheet, &report.figures);
    let change = Change::new(policy, report, selection);
    if let Some(change) = &change {
        sheet.part("Another plan");
        for sentence in &change.sentences {
            sheet.row("", sentence, None);
        }
    }
    for section in &report.sections {
        sheet.part(section.title);
        for group in &section.groups {
            sheet.said(group.term, &group.said);
        }
    }
    power_off(&mut sheet, policy, selection, clock);
    export(&mut sheet, report);
    if let Some(schedule) = &report.schedule {
        let marks = told.and_then(|told| told.marks);
        let reach = change.and_then(|change| change.reach);
        let picture = Timeline::of_case(schedule, &selection.case, marks, reach, clock.now);
        sheet.picture = Some(picture);
        let points = Points::new(schedule, &selection.case, clock);
        sheet.part(&points.caption);
        for point in &points.rows {
            let rule = points.rules.get(point.rule).map_or("", String::as_str);
            let text = format!("disappears {}; kept: {rule}", point.gone);
            sheet.row(&point.taken, &text, None);
        }
    }
    sheet
}

fn incident(sheet: &mut Sheet, told: &IncidentReport, selection: &Selection, clock: Clock) {
    let case = &selection.case;
    sheet.asked(case, clock);
    if let Some(hour) = case.hour {
        sheet.row("Backups run at", &format!("{hour} UTC"), None);
    }
    sheet.incident(&told.headline, &told.facts);
    for one in &told.advice {
        sheet.row("", &one.text, None);
    }
}

/// Figures with what to know of them.
pub(super) fn figures(sheet: &mut Sheet, figures: &[Figure]) {
    for figure in figures {
        sheet.row(figure.term, &figure.value, None);
        sheet.said("", &figure.details);
    }
}

/// Nothing where no power-off is asked about: the section on failures says the rest.
fn power_off(sheet: &mut Sheet, policy: &Policy, selection: &Selection, clock: Clock) {
    let Some((service, plan)) = selection.cell().filter(|_| selection.case.off.is_some()) else {
        return;
    };
    if let Some(told) = PowerOff::new(policy, service, plan, &selection.case, clock) {
        sheet.part("Power-off clock");
        sheet.row("", &told.headline, None);
        sheet.said("", &told.said);
        for group in &told.groups {
            sheet.said(group.term, &group.said);
        }
    }
}

fn export(sheet: &mut Sheet, report: &Report) {
    sheet.part("Export it yourself");
    for recommended in &report.tools {
        let tool = &recommended.tool;
        let source = recommended.clause.clone().map(Source::Policy);
        sheet.row(&tool.name, &tool.command, source);
        if let Some(row) = sheet.parts.last_mut().and_then(|part| part.rows.last_mut()) {
            row.command = true;
        }
        if let Some(note) = &tool.note {
            sheet.row("", note, Some(Source::Reading));
        }
        sheet.row("", &tool.url, None);
    }
    sheet.said("", &report.export_remarks);
}
