//! The stylesheets, and which pages carry them. A written page has only those that it needs, inline; the app, which shows every page in
//! place, gets all of them as a file.

/// A stylesheet, and which written pages need it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stylesheet {
    /// Its CSS.
    pub css: &'static str,
    /// The pages that need it.
    pub need: Need,
}

/// Which written pages need a stylesheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// All of them.
    All,
    /// Those with an element that has one of these classes.
    Classes(&'static [&'static str]),
    /// None: it is for what only the app shows.
    App,
}

impl Stylesheet {
    /// Returns whether a page needs the sheet. `body` is its HTML.
    pub fn is_needed(&self, body: &str) -> bool {
        match self.need {
            Need::All => true,
            Need::App => false,
            Need::Classes(classes) => body
                .split("class=\"")
                .skip(1)
                .filter_map(|rest| rest.split('"').next())
                .flat_map(str::split_whitespace)
                .any(|class| classes.contains(&class)),
        }
    }
}

const fn all(css: &'static str) -> Stylesheet {
    let need = Need::All;
    Stylesheet { css, need }
}

const fn with(classes: &'static [&'static str], css: &'static str) -> Stylesheet {
    let need = Need::Classes(classes);
    Stylesheet { css, need }
}

const fn app(css: &'static str) -> Stylesheet {
    let need = Need::App;
    Stylesheet { css, need }
}

/// Styles of the pages of the app, tokens first, in the order in which they may override each other. A page that was written shows the
/// same with those it needs as with all: a sheet is left out only where none of its rules applies.
pub const STYLES: &[Stylesheet] = &[
    all(include_str!("tokens.css")),
    all(include_str!("base.css")),
    all(include_str!("page.css")),
    all(include_str!("site_header.css")),
    with(&["matrix"], include_str!("kind_icon.css")),
    with(&["matrix"], include_str!("matrix/matrix.css")),
    with(&["plan-finder"], include_str!("matrix/plan_finder.css")),
    app(include_str!("matrix/plan_finder_result.css")),
    with(&["home"], include_str!("home.css")),
    with(&["not-found"], include_str!("not_found.css")),
    with(&["answer-subject"], include_str!("answer/answer.css")),
    with(
        &["statement", "answer", "changes-quotes"],
        include_str!("statement.css"),
    ),
    with(&["field"], include_str!("form/field.css")),
    with(
        &["setting-toggle"],
        include_str!("answer/setting_toggle.css"),
    ),
    with(&["share"], include_str!("share.css")),
    with(&["metrics"], include_str!("metrics.css")),
    with(&["ladder"], include_str!("ladder.css")),
    with(&["incident"], include_str!("answer/incident.css")),
    app(include_str!("answer/incident_verdict.css")),
    with(
        &["restore-points"],
        include_str!("answer/restore_points.css"),
    ),
    with(
        &["tools", "command", "export-button"],
        include_str!("answer/tools.css"),
    ),
    with(&["disclosure"], include_str!("section.css")),
    with(&["countdown"], include_str!("answer/countdown.css")),
    with(&["plan-switch"], include_str!("answer/plan_switch.css")),
    with(&["key-facts"], include_str!("answer/key_facts.css")),
    app(include_str!("definition_rows.css")),
    with(&["service"], include_str!("service.css")),
    with(&["stack"], include_str!("stack.css")),
    all(include_str!("notices.css")),
    all(include_str!("site_footer.css")),
    all(include_str!("touch.css")),
    all(include_str!("embed.css")),
    all(include_str!("print.css")),
];

/// Styles of the documentation pages, after [`STYLES`].
pub const DOCS_STYLES: &[Stylesheet] = &[
    with(&["docs"], include_str!("api_docs.css")),
    with(&["changes"], include_str!("changes.css")),
    with(&["embed-page"], include_str!("embed_docs.css")),
];
