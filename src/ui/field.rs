//! A field with its label and, beside it, how its text was read or what is wrong with it. Emits `field`, `reading`.

use yew::AttrValue;

use super::ShellProps;
use super::element::{Element, classed, el};
use crate::report::fields::Field;

/// A text field for a moment, with the browser's own field beside it.
pub fn clock_field(
    props: &ShellProps,
    which: Field,
    label: &'static str,
    hint: &'static str,
) -> Element {
    let clock = el("input")
        .set("id", format!("{}-clock", which.id()).into())
        .attr("type", "datetime-local")
        .set("aria-label", format!("{label} Date and time").into())
        .value(&props.input(which).clock);
    field(props, which, label, hint).with(clock)
}

/// A text field. The remark is read out with the field and whenever it changes.
pub fn field(props: &ShellProps, field: Field, label: &'static str, hint: &'static str) -> Element {
    let input = props.input(field);
    let id = field.id();
    let remark = AttrValue::from(format!("{id}-reading"));
    let text = el("input")
        .attr("id", id)
        .attr("type", "text")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .attr("placeholder", hint)
        .set("aria-describedby", remark.clone())
        .maybe("aria-invalid", input.wrong.then_some("true"))
        .value(&input.text);
    classed("div", "field")
        .with(el("label").attr("for", id).text(label))
        .with(text)
        .with(
            classed("p", "reading")
                .set("id", remark)
                .attr("aria-live", "polite")
                .words(&input.reading),
        )
}
