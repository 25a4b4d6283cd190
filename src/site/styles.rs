//! The CSS of a page, and that of the app.

use crate::ui::styles::{DOCS_STYLES, STYLES, Stylesheet};

/// Returns the CSS that a page carries: the styles that it needs. `body` is its HTML.
pub fn page_styles(body: &str, plan_count: usize) -> String {
    let all = STYLES.iter().chain(DOCS_STYLES);
    let needed = bundle(all.filter(|sheet| sheet.is_needed(body)));
    // While a document is still parsed, the last row of the matrix has only some of its cells, which must not move when the others
    // arrive.
    format!("{needed}:root{{--plan-count:{plan_count}}}")
}

/// Returns the CSS of the app, which shows every page in place: all styles, in the order of those of a page. As the app has it after those
/// that a page carries, it decides alone; but for the number
/// of plans, which is that of the page.
pub fn app_styles() -> String {
    bundle(STYLES.iter())
}

/// Joins stylesheets without comments and in one line.
fn bundle<'a>(sheets: impl Iterator<Item = &'a Stylesheet>) -> String {
    let styles: String = sheets.map(|sheet| sheet.css).collect();
    let mut rest = styles.as_str();
    let mut css = String::with_capacity(styles.len());
    while let Some((before, after)) = rest.split_once("/*") {
        css.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    css.push_str(rest);
    let mut joined = String::with_capacity(css.len());
    for line in css.lines().map(str::trim) {
        match line.strip_suffix(" {") {
            Some(selector) => joined += &format!("{selector}{{"),
            None if line.ends_with(';') => joined += &line.replacen(": ", ":", 1),
            None => joined += line,
        }
        // Values and selectors may go on in the next line.
        if !line.is_empty() && !line.ends_with(['{', '}', ';', ',']) {
            joined.push(' ');
        }
    }
    // No text in the styles has these.
    [(", ", ","), (" > ", ">"), (";}", "}")]
        .into_iter()
        .fold(joined, |css, (long, short)| css.replace(long, short))
}
