//! The icon of each kind of answer: a shape of its own, so that color is never the only sign. Colors follow `data-kind` of an
//! element around it.

use yew::prelude::*;

use crate::export::kind_icon::svg;
use crate::report::AnswerKind;

/// Returns the icon of a kind. Words always stand beside it, so it is hidden from assistive technology.
pub fn kind_icon(kind: AnswerKind) -> Html {
    let href = format!("#icon-{}", kind.slug());
    html! { <svg class="kind-icon" aria-hidden="true"><use {href} /></svg> }
}

/// Returns the symbols that the icons refer to, as markup that stands once in each page beside the app.
pub fn icon_sprite() -> String {
    let symbols = AnswerKind::ALL.map(|kind| {
        let (slug, shape) = (kind.slug(), svg(kind));
        format!(r#"<symbol id="icon-{slug}" viewBox="0 0 20 12">{shape}</symbol>"#)
    });
    format!(
        r#"<svg class="icon-sprite" aria-hidden="true">{}{BRAND_ICON}</svg>"#,
        symbols.concat()
    )
}

const BRAND_ICON: &str = concat!(
    r#"<symbol id="icon-brand" viewBox="0 0 32 32"><g fill="none" stroke="currentColor" stroke-width="3" "#,
    r#"stroke-linecap="round" stroke-linejoin="round"><path d="M16 4a12 12 0 1 1-11.3 8"/>"#,
    r#"<path d="M3 5l1.6 7.4L12 11"/></g><circle cx="16" cy="16" r="3.5"/></symbol>"#,
);
