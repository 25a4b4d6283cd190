//! The site at build time: checks the policy, renders every page from the app's own components, writes the JSON,
//! names assets by their bytes and weighs the result. Native only, never part of the Wasm.

pub mod api_docs;
pub mod assets;
pub mod check;
pub mod compact;
pub mod document;
pub mod edition_feed;
pub mod headers;
pub mod minify;
pub mod pages;
pub mod schema;
pub mod sizes;
pub mod write;
