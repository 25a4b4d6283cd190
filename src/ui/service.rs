//! A service with its plans side by side.

use yew::prelude::*;

use super::definition_rows::definition_rows;
use super::heading::page_heading;
use super::kind_icon::kind_icon;
use super::links::Links;
use super::statement::{condition, unsourced};
use crate::report::service::{PLAN_CHANGE_NOT_STATED, PlanStep, schedule_values};
use crate::report::{PlanReport, ServiceReport, format};

/// Returns the plans of a service compared.
pub fn service_panel(report: &ServiceReport, links: &Links) -> Html {
    html! {
        <article key={report.path.as_str()} class="service">
            <p class="answer-subject">{ &report.service.name }</p>
            { page_heading(&report.headline) }
            for one in &report.conditions {
                { condition(one) }
            }
            <ul class="plan-cards">
                for plan in &report.plans {
                    <li>{ plan_card(plan, links) }</li>
                }
            </ul>
            if !report.steps.is_empty() {
                { plan_steps(&report.steps) }
            }
        </article>
    }
}

fn plan_card(report: &PlanReport, links: &Links) -> Html {
    html! {
        <a href={links.page_href(&report.path)} data-kind={report.answer_kind.slug()}>
            <h2>{ kind_icon(report.answer_kind) }{ &report.plan.name }</h2>
            <p class="headline">{ &report.headline }</p>
            if let Some(schedule) = &report.schedule {
                { definition_rows(&schedule_values(schedule)) }
            }
            <p class="policy-quote"><q>{ &report.table_clause.quote }</q></p>
        </a>
    }
}

fn plan_steps(steps: &[PlanStep]) -> Html {
    html! {
        <section class="plan-steps" aria-labelledby="plan-steps">
            <h2 id="plan-steps">{ "What a step changes" }</h2>
            for step in steps {
                { plan_step(step) }
            }
            { unsourced(PLAN_CHANGE_NOT_STATED, "silent") }
        </section>
    }
}

fn plan_step(step: &PlanStep) -> Html {
    let changes = |to: String, changes: &[String]| {
        html! { <p><b>{ to }</b>{ format!(": {}.", format::join_list(changes)) }</p> }
    };
    html! {
        <div>
            <h3>{ format!("{} and {}", step.from, step.to) }</h3>
            if step.gains.is_empty() {
                <p>{ "The policy gives both the same." }</p>
            } else {
                { changes(format!("Up to {}", step.to), &step.gains) }
                { changes(format!("Down to {}", step.from), &step.losses) }
            }
        </div>
    }
}
