//! The facts to know first: retention, PITR, data loss and the export tool with its command.

use yew::prelude::*;

use crate::report::PlanReport;
use crate::ui::action::{CopyFeedback, CopyTarget};
use crate::ui::copy_block::copy_button;
use crate::ui::env::Env;
use crate::ui::metrics::metric_list;

/// Returns the key facts, with a button that copies the command of the first export tool.
pub fn key_facts(report: &PlanReport, feedback: Option<&CopyFeedback>, env: &Env) -> Html {
    html! {
        <div class="key-facts" key={report.path.as_str()}>
            { metric_list(report.key_facts()) }
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
