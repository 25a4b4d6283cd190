//! The fields for the times of an incident, as answers and stacks have them.

use yew::prelude::*;

use super::field::{Field, PickerKind};
use super::form_field::FormField;
use super::state::FormState;

/// Returns the field for the time of the incident.
pub fn incident_time_field(fields: &FormState) -> Html {
    html! {
        <Field
            field={FormField::IncidentAt}
            label="When did it go wrong?"
            placeholder="2 h ago, yesterday 14:37"
            state={fields.get(FormField::IncidentAt).clone()}
            picker={PickerKind::DateTime}
        />
    }
}

/// Returns the field for the time of the restore.
pub fn restore_time_field(fields: &FormState) -> Html {
    html! {
        <Field
            field={FormField::RestoreAt}
            label="When will you restore?"
            placeholder="now"
            state={fields.get(FormField::RestoreAt).clone()}
            picker={PickerKind::DateTime}
        />
    }
}
