//! Statements with the clause that they rest on. The clause needs no script to open.

use yew::prelude::*;

use super::inline::text_link;
use crate::domain::Clause;
use crate::report::{Source, Statement};

/// Returns a statement: with its clause behind it, or marked as not stated or as an interpretation.
pub fn statement_block(statement: &Statement) -> Html {
    let Statement { text, source } = statement;
    match source {
        Source::Policy(clause) => clause_disclosure(text, clause),
        Source::NotStated | Source::Interpretation => html! {
            <p class="statement" data-source={source.as_str()}>{ text }</p>
        },
    }
}

/// Returns statements as a list.
pub fn statement_list(statements: &[Statement]) -> Html {
    html! {
        <ul>
            for statement in statements {
                <li>{ statement_block(statement) }</li>
            }
        </ul>
    }
}

/// Returns a text that opens a clause. Another clause makes a new element, which is closed.
pub fn clause_disclosure(text: &str, clause: &Clause) -> Html {
    html! {
        <details
            key={clause.id.as_str()}
            class="statement"
            data-source="policy"
            data-clause={clause.id.clone()}
        >
            <summary>{ text }</summary>
            { quote(clause) }
        </details>
    }
}

/// Returns the text of a clause.
pub fn quote(clause: &Clause) -> Html {
    html! {
        <blockquote>
            if !clause.quote.is_empty() {
                { format!("“{}”", clause.quote) }
            }
            <cite>
                if let Some(page) = &clause.page {
                    { text_link(page.url.clone().into(), &page.name) }
                    { ", " }
                }
                { &clause.section }
            </cite>
        </blockquote>
    }
}

/// Returns a condition of the answer. It stands out, because the answer is wrong where it does not hold.
pub fn condition_box(condition: &Statement) -> Html {
    html! { <div class="condition">{ statement_block(condition) }</div> }
}
