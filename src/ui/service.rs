//! A service with its plans side by side.

use yew::prelude::*;

use super::definition_rows::definition_rows;
use super::heading::page_heading;
use super::kind_icon::kind_icon;
use super::links::Links;
use super::statement::{condition_box, statement_block};
use crate::report::service::{PlanStep, SAME_BACKUPS};
use crate::report::{PlanReport, ServiceReport, format, labels};

/// Returns the plans of a service compared.
pub fn service_panel(report: &ServiceReport, links: &Links) -> Html {
    html! {
        <article key={report.service.path.as_str()} class="service">
            <p class="answer-subject">{ &report.service.name }</p>
            { page_heading(&report.headline) }
            for condition in &report.conditions {
                { condition_box(condition) }
            }
            <ul class="plan-cards">
                for plan in &report.plans {
                    <li>{ plan_card(plan, links) }</li>
                }
            </ul>
            if !report.steps.is_empty() {
                { plan_steps(report) }
            }
        </article>
    }
}

fn plan_card(report: &PlanReport, links: &Links) -> Html {
    html! {
        <a href={links.page_href(&report.path)} data-kind={report.answer_kind.slug()}>
            <h2>{ kind_icon(report.answer_kind) }{ &report.plan.name }</h2>
            <p class="headline">{ &report.headline }</p>
            if !report.key_facts.is_empty() {
                { definition_rows(&report.key_facts) }
            }
            <p class="policy-quote"><q>{ &report.table_clause.quote }</q></p>
        </a>
    }
}

fn plan_steps(report: &ServiceReport) -> Html {
    html! {
        <section class="plan-steps" aria-labelledby="plan-steps">
            <h2 id="plan-steps">{ labels::PLAN_STEPS }</h2>
            for step in &report.steps {
                { plan_step(step) }
            }
            for statement in &report.step_remarks {
                { statement_block(statement) }
            }
        </section>
    }
}

fn plan_step(step: &PlanStep) -> Html {
    let changes = |to: String, changes: &[String]| {
        html! { <p><b>{ to }</b>{ format!(": {}.", format::join_list(changes)) }</p> }
    };
    html! {
        <div>
            <h3>{ &step.title }</h3>
            if step.gains.is_empty() {
                <p>{ SAME_BACKUPS }</p>
            } else {
                { changes(format!("Up to {}", step.to), &step.gains) }
                { changes(format!("Down to {}", step.from), &step.losses) }
            }
        </div>
    }
}
