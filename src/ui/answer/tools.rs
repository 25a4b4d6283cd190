//! The export tools that the policy recommends.

use yew::prelude::*;

use crate::report::{PlanReport, RecommendedTool, labels};
use crate::ui::action::{CopyFeedback, CopyTarget};
use crate::ui::copy_block::copy_block;
use crate::ui::env::Env;
use crate::ui::inline::text_link;
use crate::ui::section::disclosure;
use crate::ui::statement::{statement_block, statement_list};

/// Returns the section on exporting.
pub fn tools(report: &PlanReport, feedback: Option<&CopyFeedback>, env: &Env) -> Html {
    let names = report.key_facts().last().map_or("", |fact| &fact.value);
    let content = html! {
        <div class="tools">
            for tool in &report.tools {
                { tool_block(tool, feedback, env) }
            }
            { statement_list(&report.export_remarks) }
        </div>
    };
    disclosure("export", labels::EXPORT_TOOLS, names, false, content)
}

fn tool_block(recommended: &RecommendedTool, feedback: Option<&CopyFeedback>, env: &Env) -> Html {
    let RecommendedTool { tool, note, .. } = recommended;
    let name = &tool.name;
    html! {
        <div>
            { copy_block(CopyTarget::Command(name.clone()), &format!("{name} command"), &tool.command, feedback, env) }
            if let Some(note) = note {
                { statement_block(note) }
            }
            <p class="doc-link">
                { text_link(tool.url.clone().into(), &format!("Documentation of {name}")) }
            </p>
        </div>
    }
}
