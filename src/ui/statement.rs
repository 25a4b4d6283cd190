//! Statements with the clause that they rest on. The clause needs no script to open.

use yew::prelude::*;

use crate::domain::Clause;
use crate::report::{Source, Statement};

/// Returns a statement: with its clause behind it, or marked as not stated or as an interpretation.
pub fn statement(statement: &Statement) -> Html {
    match &statement.source {
        Source::Policy(clause) => clause_disclosure(&statement.text, clause),
        Source::NotStated => unsourced(&statement.text, "silent"),
        Source::Interpretation => unsourced(&statement.text, "reading"),
    }
}

/// Returns a statement that rests on no clause; `source` is the value of `data-source`.
pub fn unsourced(text: &str, source: &'static str) -> Html {
    html! { <p class="statement" data-source={source}>{ text }</p> }
}

/// Returns statements as a list.
pub fn statement_list(statements: &[Statement]) -> Html {
    html! {
        <ul>
            for one in statements {
                <li>{ statement(one) }</li>
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
            <blockquote>
                { format!("“{}”", clause.quote) }
                <cite>{ format!("Backups at Aiven, “{}”", clause.section) }</cite>
            </blockquote>
        </details>
    }
}

/// Returns a condition of the answer. It stands out, because the answer is wrong where it does not hold.
pub fn condition(condition: &Statement) -> Html {
    html! { <div class="condition">{ statement(condition) }</div> }
}
