//! One sentence that opens the clause it rests on, or says that it rests on none.
//! Emits `said` with `data-source`; the clause needs no script to open.

use yew::Html;

use super::element::{Element, classed, el};
use crate::domain::Clause;
use crate::report::{Source, Statement};

/// A sentence with its clause behind it.
pub fn said(said: &Statement) -> Element {
    match &said.source {
        Source::Policy(clause) => opening(&said.text, clause),
        Source::NotStated => classed("p", "said")
            .attr("data-source", "silent")
            .words(&said.text),
        Source::Interpretation => classed("p", "said")
            .attr("data-source", "reading")
            .words(&said.text),
    }
}

/// Sentences as a list.
pub fn list(sentences: &[Statement]) -> Element {
    el("ul").children(
        sentences
            .iter()
            .map(|sentence| Html::from(el("li").with(said(sentence)))),
    )
}

/// A text that opens a clause.
pub fn opening(text: &str, clause: &Clause) -> Element {
    let quote = el("blockquote")
        .words(&format!("“{}”", clause.quote))
        .with(el("cite").words(&format!("Backups at Aiven, “{}”", clause.section)));
    classed("details", "said")
        .attr("data-source", "policy")
        .copy("data-clause", &clause.id)
        .with(el("summary").words(text))
        .with(quote)
}
