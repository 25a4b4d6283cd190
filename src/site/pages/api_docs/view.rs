//! The markup of the API documentation.

use yew::prelude::*;

use super::schema_object::{SchemaKey, SchemaObject};
use super::{ApiDocsPage, CodeExample, DataFile, PAGE_TITLE};
use crate::ui::Links;

impl ApiDocsPage {
    /// Returns the main element of the page.
    pub fn view(&self, links: &Links) -> Html {
        html! {
            <main class="api-docs" id="panel" tabindex="-1">
                <h1>{ PAGE_TITLE }</h1>
                <p class="lead">{ &self.lead }{ self.placeholder_note }</p>
                <section aria-labelledby="ask">
                    <h2 id="ask">{ "Get a result" }</h2>
                    for example in &self.examples {
                        { code_example(example) }
                    }
                </section>
                <section aria-labelledby="files">
                    <h2 id="files">{ "Files" }</h2>
                    <dl>
                        for file in &self.files {
                            { data_file(file, links) }
                        }
                    </dl>
                </section>
                <section aria-labelledby="object">
                    <h2 id="object">{ "Result object" }</h2>
                    for object in &self.objects {
                        { schema_object(object) }
                    }
                    <details>
                        <summary>{ "Example" }</summary>
                        { code_block(&self.sample) }
                    </details>
                </section>
                <section aria-labelledby="promise">
                    <h2 id="promise">{ "Stability" }</h2>
                    <ul>
                        for promise in &self.promises {
                            <li>{ promise }</li>
                        }
                    </ul>
                </section>
            </main>
        }
    }
}

fn code_example(example: &CodeExample) -> Html {
    html! {
        <>
            <h3>{ example.heading }</h3>
            { code_block(&example.code) }
        </>
    }
}

fn data_file(file: &DataFile, links: &Links) -> Html {
    html! {
        <div>
            <dt><a href={links.href(&file.path)}><code>{ &file.name }</code></a></dt>
            <dd>{ &file.description }</dd>
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

fn code_block(code: &str) -> Html {
    html! { <pre><code>{ code }</code></pre> }
}
