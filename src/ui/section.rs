//! Sections of statements under headings.

use yew::prelude::*;

use super::statement::statement_list;
use crate::report::{Section, StatementGroup};

/// Returns a section with its groups.
pub fn section_block(section: &Section) -> Html {
    html! {
        <section class="section" aria-labelledby={section.id}>
            <h2 id={section.id}>{ section.title }</h2>
            { statement_groups(&section.groups) }
        </section>
    }
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
