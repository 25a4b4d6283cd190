//! The export tools that the policy recommends.

use yew::prelude::*;

use crate::report::{PlanReport, RecommendedTool};
use crate::ui::action::{CopyFeedback, CopyTarget};
use crate::ui::copy_block::CopyBlock;
use crate::ui::statement::{clause_disclosure, statement_list, unsourced};

/// Returns the section on exporting.
pub fn tools(report: &PlanReport, copy_feedback: &Option<CopyFeedback>) -> Html {
    html! {
        <section class="tools" aria-labelledby="export">
            <h2 id="export">{ "Export it yourself" }</h2>
            for recommended in &report.tools {
                { tool(recommended, copy_feedback) }
            }
            { statement_list(&report.export_remarks) }
        </section>
    }
}

fn tool(recommended: &RecommendedTool, copy_feedback: &Option<CopyFeedback>) -> Html {
    let RecommendedTool { tool, clause } = recommended;
    let name = &tool.name;
    html! {
        <div>
            <CopyBlock
                target={CopyTarget::Command(name.clone())}
                name={format!("{name} command")}
                text={tool.command.clone()}
                feedback={copy_feedback.clone()}
            />
            if let Some(note) = &tool.note {
                { unsourced(note, "reading") }
            }
            if let Some(clause) = clause {
                { clause_disclosure(&format!("The policy recommends {name} for this service."), clause) }
            }
            <p class="doc-link">
                <a href={tool.url.clone()}>{ format!("Documentation of {name}") }</a>
            </p>
        </div>
    }
}
