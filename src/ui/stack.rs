//! Several services together. Emits `stack`, `stack-incident`, `stack-verdict` with `data-verdict`, `rows`,
//! `stack-members`, `stack-weakest`, `stack-remove`, `stack-offers`, `stack-add`.

use yew::Html;

use super::answer::{condition, headline};
use super::element::{Element, classed, el, headed, row};
use super::figures::figures;
use super::incident::{broken, restored};
use super::mark::mark;
use super::said::list;
use super::{Links, ShellProps};
use crate::domain::{PlanId, ServiceId};
use crate::report::stack::{Member, StackIncident, StackReport, add_link, toggle_url_for_cell};

/// The panel: the answer of all, the incident, and each service with the way out of the stack.
pub fn stack(props: &ShellProps) -> Html {
    let report = StackReport::new(&props.policy, &props.selection.scenario, props.clock());
    let stack = classed("article", "stack")
        .key("stack")
        .with(classed("p", "asked").text("Several services together"))
        .with(headline().words(&report.headline))
        .with(classed("p", "lead").words(&report.lead));
    if report.members.is_empty() {
        return stack.with(offers(&report, &props.links)).into();
    }
    let members = report.members.iter().map(|one| member(one, &props.links));
    stack
        .with(incident(&report, props))
        .with(
            headed("stack-services", "Each by itself")
                .with(classed("ul", "stack-members").children(members))
                .with(
                    el("p")
                        .text("In the table, a click adds a service to the stack or takes it out."),
                ),
        )
        .children(shared(&report).into_iter())
        .with(list(&report.remarks))
        .into()
}

/// Without scripts the table cannot change the stack: then each answer stands alone.
fn offers(report: &StackReport, links: &Links) -> Element {
    let offers = report.suggestions.iter().map(|(address, name)| {
        el("li")
            .with(el("a").set("href", links.href(address)).words(name))
            .into()
    });
    classed("div", "stack-offers")
        .with(el("p").text("Or begin with all that can be restored on one plan:"))
        .with(el("ul").children(offers))
        .with(el("p").text(
            "Choosing needs scripts. Without them, the name of a service in the table leads to its own answers.",
        ))
}

fn incident(report: &StackReport, props: &ShellProps) -> Element {
    let form = classed("div", "stack-form")
        .with(broken(props))
        .with(restored(props));
    headed("stack-case", "Did something go wrong?")
        .attr("class", "stack-incident")
        .with(form)
        .with(verdict(report.incident.as_ref()))
}

/// A screen reader is told the sentence as it changes; its element is there from the start, or nothing would be said.
fn verdict(incident: Option<&StackIncident>) -> Element {
    let mut sentence = el("p").attr("role", "status");
    let element = classed("div", "stack-verdict");
    let Some(incident) = incident else {
        return element.with(sentence);
    };
    sentence = sentence.with(el("b").words(&incident.headline));
    element
        .attr("data-verdict", incident.verdict)
        .with(sentence)
        .with(facts(&incident.details))
        .with(list(&incident.remarks))
}

fn facts(facts: &[(&'static str, String)]) -> Element {
    let rows = facts.iter().map(|(term, words)| row(term, words).into());
    classed("dl", "rows").children(rows)
}

fn shared(report: &StackReport) -> Option<Html> {
    let all = !report.metrics.is_empty();
    all.then(|| {
        headed("stack-all", "All together")
            .with(figures(&report.metrics))
            .into()
    })
}

fn member(member: &Member, links: &Links) -> Html {
    let mut name = el("h3").with(mark(member.kind)).with(
        el("a")
            .set("href", links.href(&member.path))
            .words(&member.name),
    );
    if member.is_limiting {
        name = name.with(classed("span", "stack-weakest").text("weakest link"));
    }
    let remove = classed("a", "stack-remove")
        .set("href", links.href(&member.remove_url))
        .text("Remove")
        .with(classed("span", "visually-hidden").words(&format!(" {}", member.name)));
    el("li")
        .key(&member.name)
        .attr("data-kind", member.kind.slug())
        .with(name)
        .with(facts(&member.details))
        .children(member.conditions.iter().map(condition))
        .with(remove)
        .into()
}

/// On an answer: the link that takes it into the stack.
pub fn addition_link(props: &ShellProps) -> Option<Html> {
    let (address, text) = add_link(&props.policy, &props.selection)?;
    let link = classed("a", "stack-add")
        .set("href", props.links.href(&address))
        .text(text);
    Some(link.into())
}

/// On the stack's page: the matrix's link to a cell takes it into the stack, or out of it.
pub fn pick(link: Element, props: &ShellProps, pair: (ServiceId, PlanId)) -> Element {
    let Some(address) = toggle_url_for_cell(&props.policy, &props.selection, pair) else {
        return link;
    };
    let chosen = props.selection.scenario.stack.contains(&pair);
    let does = if chosen {
        " · take out of the stack"
    } else {
        " · add to the stack"
    };
    link.set("href", props.links.href(&address))
        .maybe("aria-current", chosen.then_some("true"))
        .with(classed("span", "visually-hidden").text(does))
}
