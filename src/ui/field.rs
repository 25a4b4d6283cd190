//! A field with its label and, beside it, how its text was read or what is wrong with it. Emits `field`, `field-row`, `reading`.

use yew::AttrValue;

use super::ShellProps;
use super::element::{Element, classed, el};
use crate::report::form::{FieldState, FormField};

/// A text field for a moment, with the browser's own field of this type beside it.
pub fn clock_field(
    props: &ShellProps,
    which: FormField,
    label: &'static str,
    hint: &'static str,
    native: &'static str,
) -> Element {
    let input = props.input(which);
    let clock = el("input")
        .set("id", format!("{}-clock", which.id()).into())
        .attr("type", native)
        .attr("autocomplete", "off")
        .set(
            "aria-label",
            format!("{label} Choose from a calendar").into(),
        )
        .value(&input.picker_value);
    labelled(which, label, &input, text(which, hint, &input), Some(clock))
}

/// A text field. The remark is read out with the field and whenever it changes.
pub fn field(
    props: &ShellProps,
    which: FormField,
    label: &'static str,
    hint: &'static str,
) -> Element {
    let input = props.input(which);
    labelled(which, label, &input, text(which, hint, &input), None)
}

fn text(which: FormField, hint: &'static str, input: &FieldState) -> Element {
    el("input")
        .attr("id", which.id())
        .attr("type", "text")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .attr("placeholder", hint)
        .set("aria-describedby", remark(which))
        .maybe("aria-invalid", input.is_invalid.then_some("true"))
        .value(&input.text)
}

fn remark(which: FormField) -> AttrValue {
    format!("{}-reading", which.id()).into()
}

fn labelled(
    which: FormField,
    label: &'static str,
    input: &FieldState,
    text: Element,
    clock: Option<Element>,
) -> Element {
    let mut row = classed("div", "field-row").with(text);
    if let Some(clock) = clock {
        row = row.with(clock);
    }
    classed("div", "field")
        .with(el("label").attr("for", which.id()).text(label))
        .with(row)
        .with(
            classed("p", "reading")
                .set("id", remark(which))
                .maybe("data-wrong", input.is_invalid.then_some(""))
                .attr("aria-live", "polite")
                .words(&input.message),
        )
}
