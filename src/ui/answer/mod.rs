//! The answer for a service and plan, most urgent first.

mod countdown;
mod details;
mod header;
mod incident;
mod key_facts;
mod plan_switch;
mod restore_points;
mod setting_toggle;
mod tools;

use yew::prelude::*;

use crate::report::{AnswerContent, Panel};
use crate::ui::env::Env;
use crate::ui::form::FieldState;
use crate::ui::shared::Shared;
use crate::ui::statement::quote;
use crate::ui::view::View;
use countdown::day_field;
use details::AnswerDetails;
use header::answer_header;
use incident::incident_section;
use key_facts::key_facts;

/// Returns the whole answer to `current`. The headline and the incident follow at once; what follows a frame later, or when the slider
/// rests, is taken from the `settled` view. Empty if `current` is no answer.
pub fn answer_panel(
    current: &Shared<View>,
    settled: &Shared<View>,
    ladder: Option<Html>,
    env: &Env,
) -> Html {
    let Some(answer) = answer_of(current) else {
        return Html::default();
    };
    let report = &answer.report;
    let kind = report.answer_kind.slug();
    // While the settled view shows another page, parts of the head are taken from the current one.
    let same_page = settled.content.selection.page == current.content.selection.page;
    let settled_answer = answer_of(settled).filter(|_| same_page);
    let (head_view, head) = match settled_answer {
        Some(settled_answer) => (settled, settled_answer),
        None => (current, answer),
    };
    html! {
        <article class="answer" data-kind={kind}>
            {
                answer_header(
                    report,
                    answer.incident.as_deref().zip(Some(current.content.basis.as_str())),
                    head.setting_toggle.as_ref(),
                    head.stack_link.as_ref(),
                    &head_view.links,
                )
            }
            if report.metrics.is_empty() {
                { quote(&report.table_clause) }
            } else {
                { key_facts(report, current.copy_feedback.as_ref(), env) }
            }
            {
                incident_section(
                    report.schedule.as_ref().map(|_| &*current.fields),
                    ladder,
                    answer.incident.as_deref(),
                    current.copy_feedback.as_ref(),
                    current.exported.as_deref(),
                    &current.links,
                    env,
                )
            }
            { details(current, settled) }
        </article>
    }
}

fn answer_of(view: &View) -> Option<&AnswerContent> {
    match &view.content.panel {
        Panel::Answer(answer) => Some(answer),
        _ => None,
    }
}

/// Returns what follows the picture. It may be that of the answer before for one frame. After a view without an answer it is left
/// out for a frame, unless it begins on the first screen because there is no picture above it.
fn details(current: &Shared<View>, settled: &Shared<View>) -> Html {
    let has_schedule = answer_of(current).is_some_and(|answer| answer.report.schedule.is_some());
    let view = match answer_of(settled) {
        Some(_) => settled,
        None if has_schedule => return html! { <div class="answer-details" /> },
        None => current,
    };
    let Some(answer) = answer_of(view) else {
        return Html::default();
    };
    let countdown_fields: Vec<FieldState> = answer
        .countdowns
        .iter()
        .map(|countdown| view.fields.get(day_field(countdown.event)).clone())
        .collect();
    html! {
        <AnswerDetails
            key={answer.report.path.as_str()}
            report={answer.report.clone()}
            restore_points={answer.restore_points.clone().map(Shared::from)}
            countdowns={answer.countdowns.clone()}
            {countdown_fields}
            standalone_path={view.content.standalone_path.clone()}
            copy_feedback={view.copy_feedback.clone()}
            links={view.links.clone()}
        />
    }
}
