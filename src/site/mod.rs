//! The build of the site: checks the policy, renders every page with the components of the app, writes the JSON, names assets by
//! their content and measures the result. Native only, not part of the Wasm.

pub mod assets;
pub mod changes_files;
pub mod check;
pub mod document;
pub mod edition_feed;
pub mod headers;
pub mod minify;
pub mod pages;
pub mod png;
pub mod policy_files;
pub mod schema;
pub mod short_names;
mod site_url;
mod sitemap;
pub mod sizes;
pub mod styles;
pub mod write;
