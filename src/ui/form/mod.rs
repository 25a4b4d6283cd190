//! Form fields: how their text is read, what they show, and the component.

mod field;
mod form_field;
pub mod incident_fields;
mod state;

pub use field::{Field, PickerKind};
pub use form_field::{Draft, FormField};
pub use state::{FieldState, FormState};
