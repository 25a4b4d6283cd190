//! A service with its plans side by side.

use yew::prelude::*;

use super::heading::page_heading;
use super::inline::text_link;
use super::kind_icon::kind_icon;
use super::links::Links;
use super::statement::{condition_box, statement_block};
use crate::report::{ServiceReport, labels};

/// Returns the plans of a service compared.
pub fn service_panel(report: &ServiceReport, ladder: Option<Html>, links: &Links) -> Html {
    html! {
        <article key={report.service.path.as_str()} class="service">
            <p class="answer-subject">{ &report.service.name }</p>
            { page_heading(&report.headline) }
            for condition in &report.conditions {
                { condition_box(condition) }
            }
            { for ladder }
            { facts_table(report, links) }
            if !report.steps.is_empty() {
                { plan_steps(report) }
            }
        </article>
    }
}

/// Returns the key facts of each plan. A plan that is not offered has only its label.
fn facts_table(report: &ServiceReport, links: &Links) -> Html {
    let with_facts = report.plans.iter().find(|plan| !plan.metrics.is_empty());
    let labels = with_facts.map_or(&[][..], |plan| plan.key_facts());
    html! {
        <table class="facts-table">
            <thead>
                <tr>
                    <td />
                    for fact in labels {
                        <th scope="col">{ fact.label }</th>
                    }
                </tr>
            </thead>
            <tbody>
                for plan in &report.plans {
                    <tr data-kind={plan.answer_kind.slug()}>
                        <th scope="row">
                            { kind_icon(plan.answer_kind) }
                            { text_link(links.page_href(&plan.path), &plan.plan.name) }
                        </th>
                        for fact in plan.key_facts() {
                            <td>{ &fact.value }</td>
                        }
                        if plan.metrics.is_empty() {
                            <td colspan={labels.len().to_string()}>{ plan.label.to_string() }</td>
                        }
                    </tr>
                }
            </tbody>
        </table>
    }
}

fn plan_steps(report: &ServiceReport) -> Html {
    html! {
        <section class="plan-steps" aria-labelledby="plan-steps">
            <h2 id="plan-steps">{ labels::PLAN_STEPS }</h2>
            for step in &report.steps {
                <h3>{ &step.title }</h3>
                <p>{ &step.changes }</p>
            }
            for statement in &report.step_remarks {
                { statement_block(statement) }
            }
        </section>
    }
}
