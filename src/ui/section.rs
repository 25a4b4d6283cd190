//! Sections of an answer, which answer while they are closed.

use yew::prelude::*;

use super::statement::statement_list;
use crate::report::{Section, Statement, StatementGroup};

/// Returns a section that opens: its heading with its answer in a few words, and below them the content. No script is needed. It is open
/// where it is in use.
pub fn disclosure(
    id: &'static str,
    title: &str,
    answer: &str,
    is_open: bool,
    content: Html,
) -> Html {
    html! {
        <details key={id} class="disclosure" open={is_open}>
            <summary><h2 {id}>{ title }</h2><span>{ answer }</span></summary>
            { content }
        </details>
    }
}

/// Returns a section with its groups. Its answer is the first statement.
pub fn section_block(section: &Section, is_open: bool) -> Html {
    disclosure(
        section.id,
        section.title,
        &section.summary(),
        is_open,
        html! { <div class="section">{ statement_groups(&section.groups) }</div> },
    )
}

/// Returns the text of the first statement; empty if there is none.
pub fn first_text(statements: &[Statement]) -> &str {
    statements.first().map_or("", |statement| &statement.text)
}

/// Returns groups of statements, each below its heading.
pub fn statement_groups(groups: &[StatementGroup]) -> Html {
    html! {
        for group in groups {
            if let Some(heading) = group.heading {
                <h3>{ heading }</h3>
            }
            { statement_list(&group.statements) }
        }
    }
}
