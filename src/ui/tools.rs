//! The export tools the policy recommends, each with a command to copy. Emits `tools`, `command`, `copy`, `more`.

use yew::Html;

use super::ShellProps;
use super::element::{Element, classed, el, headed};
use super::said::{list, opening};
use crate::report::{PlanReport, RecommendedTool};

/// The id of the element that holds a tool's command.
pub fn command_element_id(tool: &str) -> String {
    format!("command-{tool}")
}

/// The section on exporting.
pub fn tools(report: &PlanReport, props: &ShellProps) -> Html {
    headed("export", "Export it yourself")
        .attr("class", "tools")
        .children(
            report
                .tools
                .iter()
                .map(|recommended| tool(recommended, props)),
        )
        .with(list(&report.export_remarks))
        .into()
}

fn tool(recommended: &RecommendedTool, props: &ShellProps) -> Html {
    let tool = &recommended.tool;
    let command = copyable(
        props,
        &command_element_id(&tool.name),
        &format!("{} command", tool.name),
        &tool.command,
    );
    let mut element = el("div").with(command);
    if let Some(note) = &tool.note {
        element = element.with(
            classed("p", "said")
                .attr("data-source", "reading")
                .words(note),
        );
    }
    if let Some(clause) = &recommended.clause {
        element = element.with(opening(
            &format!("The policy recommends {} for this service.", tool.name),
            clause,
        ));
    }
    let link = el("a")
        .copy("href", &tool.url)
        .words(&format!("Documentation of {}", tool.name));
    element.with(classed("p", "more").with(link)).into()
}

/// A text with a button that copies it, or else leaves it selected. `name` says what it is, for a screen reader.
pub fn copyable(props: &ShellProps, id: &str, name: &str, text: &str) -> Element {
    let feedback = match &props.copied {
        Some((copied, true)) if copied == id => "Copied",
        Some((copied, false)) if copied == id => "Selected: press Ctrl+C",
        _ => "Copy",
    };
    let pre = el("pre")
        .attr("tabindex", "0")
        .attr("role", "group")
        .copy("aria-label", name)
        .with(el("code").copy("id", id).words(text));
    let id = id.to_owned();
    let button = classed("button", "copy")
        .attr("type", "button")
        .set("aria-label", format!("{feedback}: {name}").into())
        .onclick(props.oncopy.reform(move |_| id.clone()))
        .text(feedback);
    classed("div", "command").with(pre).with(button)
}
