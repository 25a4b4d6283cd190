//! The picture of an answer: backups on a time axis from now back. Emits `timeline`; what is drawn in it says
//! [`crate::export::picture`].

use yew::AttrValue;

use super::ShellProps;
use super::element::{Element, classed, el};
use super::slider::slider;
use crate::export::legend::legend;
use crate::export::svg::{SvgToken, Value};
use crate::export::timeline_svg::TimelineSvg;
use crate::report::Timeline;

/// The picture with its legend.
pub fn timeline(timeline: &Timeline, props: &ShellProps) -> Element {
    let TimelineSvg {
        height,
        svg: shapes,
    } = TimelineSvg::new(timeline);
    let picture = drawn("svg", &mut shapes.0.into_iter())
        .attr("role", "img")
        .copy("aria-label", &timeline.alt_text)
        .attr("width", "100%")
        .set("height", height.to_string().into());
    let caption = el("figcaption").children(legend(timeline).iter().map(|key| {
        classed("span", key.class)
            .maybe("data-gained", key.is_gain.then_some(""))
            .words(&key.text)
            .into()
    }));
    classed("figure", "timeline")
        .with(picture)
        .with(slider(timeline, props))
        .with(caption)
}

/// An element of this name with the parts up to where it ends.
fn drawn(name: &'static str, parts: &mut std::vec::IntoIter<SvgToken>) -> Element {
    let mut element = el(name);
    while let Some(part) = parts.next() {
        element = match part {
            SvgToken::Open(name) => element.with(drawn(name, parts)),
            SvgToken::Attr(name, Value::Static(word)) => element.attr(name, word),
            SvgToken::Attr(name, value) => element.set(name, AttrValue::from(value.to_string())),
            SvgToken::Text(text) => element.words(text),
            SvgToken::Close => break,
        };
    }
    element
}
