//! A text field with its label and, below it, how the text was read or what is wrong with it.

use yew::prelude::*;

use super::form_field::FormField;
use super::state::FieldState;
use crate::ui::action::Action;
use crate::ui::env::use_env;
use crate::ui::event::input_value;

/// Kinds of the browser's pickers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PickerKind {
    /// Date and time.
    DateTime,
    /// Date.
    Date,
}

impl PickerKind {
    fn input_type(self) -> &'static str {
        match self {
            PickerKind::DateTime => "datetime-local",
            PickerKind::Date => "date",
        }
    }
}

/// Props of [`Field`].
#[derive(Properties, PartialEq)]
pub struct FieldProps {
    /// The field.
    pub field: FormField,
    /// Label.
    pub label: AttrValue,
    /// Example of a text.
    pub placeholder: AttrValue,
    /// What the field shows.
    pub state: FieldState,
    /// The picker beside the field, if any.
    #[prop_or_default]
    pub picker: Option<PickerKind>,
    /// Whether the field is of no use before the app runs, and hidden until then.
    #[prop_or_default]
    pub requires_app: bool,
}

/// A text field. The message is read out with the field, and whenever it changes by typing.
#[component]
pub fn Field(props: &FieldProps) -> Html {
    let FieldProps {
        field,
        label,
        placeholder,
        state,
        picker,
        requires_app,
    } = props;
    let field = *field;
    let dispatch = &use_env().dispatch;
    let oninput = dispatch.reform(move |event: InputEvent| Action::EditField {
        field,
        text: input_value(&event),
    });
    let on_pick = dispatch.reform(move |event: InputEvent| Action::PickField {
        field,
        value: input_value(&event),
    });
    let message_id = format!("{}-message", field.id());
    html! {
        <div class="field" data-requires-app={requires_app.then_some("")}>
            <label for={field.id()}>{ label }</label>
            <div class="field-row">
                <input
                    id={field.id()}
                    type="text"
                    autocomplete="off"
                    spellcheck="false"
                    {placeholder}
                    aria-describedby={message_id.clone()}
                    aria-invalid={state.is_invalid.then_some("true")}
                    value={state.text.clone()}
                    {oninput}
                />
                if let Some(kind) = picker {
                    { date_time_picker(props, *kind, on_pick) }
                }
            </div>
            <p
                class="field-message"
                id={message_id}
                data-invalid={state.is_invalid.then_some("")}
                // The slider tells its value itself.
                aria-live={if state.is_typed { "polite" } else { "off" }}
            >
                { &state.message }
            </p>
        </div>
    }
}

/// Returns the browser's own field for dates and times.
fn date_time_picker(props: &FieldProps, kind: PickerKind, oninput: Callback<InputEvent>) -> Html {
    html! {
        <input
            id={format!("{}-clock", props.field.id())}
            type={kind.input_type()}
            autocomplete="off"
            aria-label={format!("{} Choose from a calendar", props.label)}
            data-empty={props.state.picker_value.is_empty().then_some("")}
            value={props.state.picker_value.clone()}
            {oninput}
        />
    }
}
