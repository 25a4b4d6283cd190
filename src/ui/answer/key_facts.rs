//! The facts to know first: retention, PITR, data loss and the export tool with its command.

use yew::prelude::*;

use crate::report::PlanReport;
use crate::ui::action::{CopyFeedback, CopyTarget};
use crate::ui::copy_block::copy_button;
use crate::ui::definition_rows::rows;
use crate::ui::env::Env;

/// Returns the key facts, with a button that copies the command of the first export tool.
pub fn key_facts(report: &PlanReport, feedback: Option<&CopyFeedback>, env: &Env) -> Html {
    html! {
        <div class="key-facts">
            <dl>{ rows(&report.key_facts) }</dl>
            if let Some(recommended) = report.tools.first() {
                {
                    copy_button(
                        CopyTarget::Command(recommended.tool.name.clone()),
                        &format!("{} command", recommended.tool.name),
                        &recommended.tool.command,
                        feedback,
                        env,
                    )
                }
            }
        </div>
    }
}
