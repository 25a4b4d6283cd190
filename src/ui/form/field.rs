//! A text field with its label and, below it, how the text was read or what is wrong with it.

use yew::prelude::*;

use super::form_field::FormField;
use super::state::FieldState;
use crate::ui::action::Action;
use crate::ui::env::Env;
use crate::ui::event::input_value;

/// Returns the field. The message is read out with the field, and whenever it changes by typing.
pub fn form_field(field: FormField, state: &FieldState, env: &Env) -> Html {
    let oninput = env
        .dispatch
        .reform(move |event: InputEvent| Action::EditField {
            field,
            text: input_value(&event),
        });
    let message_id = format!("{}-message", field.id());
    html! {
        <div class="field">
            <label for={field.id()}>{ field.label() }</label>
            <div class="field-row">
                <input
                    id={field.id()}
                    type="text"
                    autocomplete="off"
                    spellcheck="false"
                    placeholder={field.placeholder()}
                    aria-describedby={message_id.clone()}
                    aria-invalid={state.is_invalid.then_some("true")}
                    value={state.text.clone()}
                    {oninput}
                />
                if let Some(input_type) = field.picker_type() {
                    { date_time_picker(field, input_type, state, env) }
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
fn date_time_picker(
    field: FormField,
    input_type: &'static str,
    state: &FieldState,
    env: &Env,
) -> Html {
    let oninput = env
        .dispatch
        .reform(move |event: InputEvent| Action::PickField {
            field,
            value: input_value(&event),
        });
    html! {
        <input
            id={format!("{}-clock", field.id())}
            type={input_type}
            autocomplete="off"
            aria-label={format!("{} Choose from a calendar", field.label())}
            data-empty={state.picker_value.is_empty().then_some("")}
            value={state.picker_value.clone()}
            {oninput}
        />
    }
}
