//! Form fields: how their text is read, what they show, and their elements.

mod field;
mod form_field;
mod state;

pub use field::form_field;
pub use form_field::{Draft, FormField};
pub use state::{FieldState, FormState};
