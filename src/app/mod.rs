//! The app in the browser: one component, one reducer, and the hooks that connect them to the browser.

#[cfg(feature = "csr")]
mod history;
#[cfg(feature = "csr")]
mod hooks;
#[cfg(feature = "csr")]
mod location;
#[cfg(feature = "csr")]
mod matrix_keyboard;
#[cfg(feature = "csr")]
mod mount;
pub mod shortcuts;
pub mod state;
pub mod urgency;

#[cfg(feature = "csr")]
pub use mount::mount;
