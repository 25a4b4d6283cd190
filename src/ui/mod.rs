//! What is on the page: props in, callbacks out. No component here has a hook, a clock or a browser call, so the
//! same ones write the pages at build time. Each file's CSS stands beside it and styles the class of its name.

mod answer;
mod change;
mod element;
mod embed;
mod field;
mod figures;
mod footer;
mod incident;
mod links;
mod mark;
mod matrix;
mod missing;
mod needs;
mod notices;
mod plans;
mod points;
mod power_off;
mod programs;
mod said;
mod sections;
mod service;
mod share;
mod shell;
mod slider;
mod stack;
mod start;
mod still;
mod switch;
mod timeline;
mod tools;
mod top;

pub use embed::embed_page;
pub use links::Links;
pub use mark::icon_sprite;
pub use matrix::{cell_element_id, row_element_id};
pub use notices::APP_FAILED_NOTICE;
pub use programs::programs;
pub use share::TEXT as TAKEN_TEXT;
pub use shell::{ShellProps, shell};
pub use still::Versions;
pub use tools::command_element_id;

/// All styles, tokens first, in the order in which they may override each other.
pub const STYLES: &[&str] = &[
    include_str!("tokens.css"),
    include_str!("base.css"),
    include_str!("shell.css"),
    include_str!("top.css"),
    include_str!("mark.css"),
    include_str!("matrix.css"),
    include_str!("needs.css"),
    include_str!("start.css"),
    include_str!("answer.css"),
    include_str!("said.css"),
    include_str!("field.css"),
    include_str!("switch.css"),
    include_str!("share.css"),
    include_str!("figures.css"),
    include_str!("timeline.css"),
    include_str!("incident.css"),
    include_str!("change.css"),
    include_str!("points.css"),
    include_str!("tools.css"),
    include_str!("sections.css"),
    include_str!("power_off.css"),
    include_str!("plans.css"),
    include_str!("rows.css"),
    include_str!("service.css"),
    include_str!("stack.css"),
    include_str!("programs.css"),
    include_str!("notices.css"),
    include_str!("footer.css"),
    include_str!("embed.css"),
    include_str!("print.css"),
];
