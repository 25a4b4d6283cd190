//! The markup of the pages on what changed.

use yew::prelude::*;

use super::{ChangesPage, ChangesSection, ServiceName};
use crate::domain::changes::Change;
use crate::domain::editions::CHANGES_PATH;
use crate::ui::Links;
use crate::ui::inline::text_link;
use crate::ui::statement::quote;

/// The files with the same content, by their names on the page.
const FILES: [(&str, &str); 4] = [
    ("Markdown", "api/v1/changes.md"),
    ("CSV", "api/v1/changes.csv"),
    ("JSON", "api/v1/changes.json"),
    ("Feed (Atom)", "api/v1/changes.atom"),
];

impl ChangesPage {
    /// Returns the main element of the page.
    pub fn view(&self, links: &Links) -> Html {
        html! {
            <main class="docs changes" id="panel" tabindex="-1">
                <h1>{ &self.title }</h1>
                <p class="lead">{ &self.lead }</p>
                { self.filter(links) }
                for section in &self.sections {
                    { self.section(section, links) }
                }
                <p class="changes-files">
                    { "All changes as " }
                    for (name, path) in FILES {
                        { text_link(links.href(path), name) }
                    }
                </p>
            </main>
        }
    }

    /// Returns the links to the pages of all services.
    fn filter(&self, links: &Links) -> Html {
        let link = |service: Option<&ServiceName>| {
            let (path, name) = match service {
                Some(service) => (format!("{CHANGES_PATH}{}/", service.slug), &*service.name),
                None => (CHANGES_PATH.to_owned(), "All"),
            };
            let is_here = self.service.as_ref() == service;
            html! { <a href={links.href(&path)} aria-current={is_here.then_some("page")}>{ name }</a> }
        };
        html! {
            <nav class="changes-filter" aria-label="Services">
                { link(None) }
                for service in &self.services {
                    { link(Some(service)) }
                }
            </nav>
        }
    }

    fn section(&self, section: &ChangesSection, links: &Links) -> Html {
        html! {
            <section>
                <h2>{ &section.heading }</h2>
                if let Some(note) = section.note {
                    <p>{ note }</p>
                }
                <ol class="changes-list">
                    for change in &section.changes {
                        { self.change(change, &section.editions, links) }
                    }
                </ol>
            </section>
        }
    }

    /// Returns a change: its date, what changed, for which services, and the words of both editions.
    fn change(&self, change: &Change, editions: &[String; 2], links: &Links) -> Html {
        let services = self.services.iter();
        let is_other = |service: &&ServiceName| {
            change.services.contains(&service.slug) && self.service.as_ref() != Some(service)
        };
        html! {
            <li>
                <time datetime={change.date.to_string()}>{ change.date.to_words() }</time>
                <div>
                    <p>
                        <b>{ &change.text }</b>
                        for service in services.filter(is_other) {
                            { " " }
                            { text_link(links.href(&format!("{CHANGES_PATH}{}/", service.slug)), &service.name) }
                        }
                        if change.services.is_empty() {
                            { " All services" }
                        }
                    </p>
                    if let Some(page) = &change.page {
                        <p>{ text_link(page.url.clone().into(), &page.name) }</p>
                    }
                    { clauses(change, editions) }
                </div>
            </li>
        }
    }
}

/// Returns what both editions say; nothing if neither does.
fn clauses(change: &Change, editions: &[String; 2]) -> Html {
    if change.before.is_none() && change.after.is_none() {
        return Html::default();
    }
    html! {
        <dl class="changes-quotes">
            for (edition, clause) in editions.iter().zip([&change.before, &change.after]) {
                <div>
                    <dt>{ edition }</dt>
                    <dd>
                        if let Some(clause) = clause {
                            { quote(clause) }
                        } else {
                            { "Not stated" }
                        }
                    </dd>
                </div>
            }
        </dl>
    }
}
