//! The markup of the API documentation.

use yew::prelude::*;

use super::schema_object::{SchemaKey, SchemaObject};
use super::{ApiDocsPage, DataFile, PAGE_TITLE};
use crate::site::pages::docs_section::{copyable_code, docs_section};
use crate::ui::Links;

impl ApiDocsPage {
    /// Returns the main element of the page: the files with their calls, and below them the reference.
    pub fn view(&self, links: &Links) -> Html {
        html! {
            <main class="docs api-docs" id="panel" tabindex="-1">
                <h1>{ PAGE_TITLE }</h1>
                <p class="lead">{ &self.lead }</p>
                if let Some(note) = self.placeholder_note {
                    <noscript><p>{ note }</p></noscript>
                }
                <section aria-labelledby="files">
                    <h2 id="files" class="visually-hidden">{ "Files" }</h2>
                    <dl class="api-files">
                        for file in &self.files {
                            { data_file(file, links) }
                        }
                    </dl>
                </section>
                <section>
                    { self.javascript_section() }
                    { self.object_section() }
                    { docs_section("sample", "Example", "One result", html! {
                        <pre><code>{ &self.sample }</code></pre>
                    }) }
                    { docs_section("csv", "CSV", "UTF-8, with the edition as text", html! {
                        <p>{ self.csv_note }</p>
                    }) }
                    { self.promises_section() }
                </section>
            </main>
        }
    }

    fn javascript_section(&self) -> Html {
        let code = copyable_code("javascript-code", "JavaScript", &self.javascript);
        let content = html! { <div class="command">{ code }</div> };
        docs_section("javascript", "JavaScript", "Fetch one result", content)
    }

    fn object_section(&self) -> Html {
        let content = html! {
            for object in &self.objects {
                { schema_object(object) }
            }
        };
        docs_section("object", "Result object", "What each field means", content)
    }

    fn promises_section(&self) -> Html {
        let content = html! {
            <ul>
                for promise in &self.promises {
                    <li>{ promise }</li>
                }
            </ul>
        };
        docs_section(
            "promise",
            "Stability",
            "Names, types, and meanings don’t change",
            content,
        )
    }
}

fn data_file(file: &DataFile, links: &Links) -> Html {
    let name = format!("call for {}", file.name);
    let id = format!("call-{}", file.path.replace(['/', '.'], "-"));
    html! {
        <div>
            <dt><a href={links.href(&file.path)}><code>{ &file.name }</code></a></dt>
            <dd>{ &file.description }</dd>
            <dd class="command">{ copyable_code(&id, &name, &file.command) }</dd>
        </div>
    }
}

fn schema_object(object: &SchemaObject) -> Html {
    html! {
        <>
            <h3>{ &object.title }</h3>
            <dl>
                for key in &object.keys {
                    { schema_key(key) }
                }
            </dl>
        </>
    }
}

fn schema_key(key: &SchemaKey) -> Html {
    html! {
        <div>
            <dt><code>{ &key.name }</code></dt>
            <dd>{ &key.description }</dd>
            <dd>{ &key.json_type }</dd>
        </div>
    }
}
