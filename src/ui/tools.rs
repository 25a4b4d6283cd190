//! The export tools the policy recommends, each with a command to copy. Emits `tools`, `command`, `copy`, `more`.

use yew::Html;

use super::ShellProps;
use super::element::{classed, el, headed};
use super::said::{list, opening};
use crate::report::{RecommendedTool, Report};

/// The id of the element that holds a tool's command.
pub fn command_id(tool: &str) -> String {
    format!("command-{tool}")
}

/// The section on exporting.
pub fn tools(report: &Report, props: &ShellProps) -> Html {
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
    let id = command_id(&tool.name);
    let feedback = match &props.copied {
        Some((copied, worked)) if *copied == id => {
            if *worked {
                "Copied"
            } else {
                "Selected: press Ctrl+C"
            }
        }
        _ => "Copy",
    };
    let code = el("code").copy("id", &id).words(&tool.command);
    let pre = el("pre").attr("tabindex", "0").attr("role", "group");
    let pre = pre
        .set("aria-label", format!("Command for {}", tool.name).into())
        .with(code);
    let button = classed("button", "copy")
        .attr("type", "button")
        .set(
            "aria-label",
            format!("{feedback}: {} command", tool.name).into(),
        )
        .onclick(props.oncopy.reform(move |_| id.clone()))
        .text(feedback);
    let mut element = el("div").with(classed("div", "command").with(pre).with(button));
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
