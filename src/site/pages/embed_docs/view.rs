//! The markup of the documentation on embedding.

use yew::prelude::*;

use super::{
    EmbedPage, FRAME_HEIGHT, LINE_FRAME_HEIGHT, LINK_QUESTION, PAGE_TITLE, Preview, SelectOptions,
    Snippet, escape,
};
use crate::site::pages::docs_section::{copyable_code, docs_section};

impl EmbedPage {
    /// Returns the main element of the page. The script of the page does what the buttons and selections say.
    pub fn view(&self) -> Html {
        html! {
            <main class="docs embed-page" id="panel" tabindex="-1">
                <h1>{ PAGE_TITLE }</h1>
                <p class="lead">{ self.lead }</p>
                if let Some(note) = self.placeholder_note {
                    <noscript><p>{ note }</p></noscript>
                }
                <div
                    class="embed-options"
                    data-edition={self.edition.clone()}
                    data-requires-app=""
                    data-link-question={LINK_QUESTION}
                    data-height={FRAME_HEIGHT}
                    data-line-height={LINE_FRAME_HEIGHT}
                >
                    for choice in &self.choices {
                        { select(choice) }
                    }
                </div>
                <div class="embed-columns">
                    <section aria-labelledby="html">
                        <h2 id="html">{ self.main_snippet.name }</h2>
                        { snippet_content(&self.main_snippet) }
                    </section>
                    <div>
                        for snippet in &self.other_snippets {
                            { other_snippet(snippet) }
                        }
                    </div>
                </div>
                <section class="embed-preview" data-requires-app="" aria-labelledby="preview">
                    <h2 id="preview">{ "Preview" }</h2>
                    <div class="embed-columns">
                        for preview in &self.previews {
                            { preview_frame(preview) }
                        }
                    </div>
                </section>
            </main>
        }
    }
}

fn select(choice: &SelectOptions) -> Html {
    html! {
        <label>
            { choice.label }
            <select name={choice.name}>
                for option in &choice.options {
                    <option value={option.value.clone()} data-escaped-name={escape(&option.label)}>
                        { &option.label }
                    </option>
                }
            </select>
        </label>
    }
}

fn other_snippet(snippet: &Snippet) -> Html {
    let id = format!("for-{}", snippet.id);
    docs_section(&id, snippet.name, snippet.summary, snippet_content(snippet))
}

fn snippet_content(snippet: &Snippet) -> Html {
    let name = format!("{} snippet", snippet.name);
    html! {
        <>
            if !snippet.hint.is_empty() {
                <p>{ snippet.hint }</p>
            }
            <div
                class="command"
                data-template={snippet.template.clone()}
                data-fallback-template={snippet.fallback_template}
            >
                { copyable_code(snippet.id, &name, &snippet.text) }
            </div>
        </>
    }
}

/// Returns a preview: the element that the snippet has. It scrolls where it is wider than the screen.
fn preview_frame(preview: &Preview) -> Html {
    let label = format!("Preview: {}", preview.label);
    html! {
        <figure>
            <figcaption>{ &preview.label }</figcaption>
            <div tabindex="0" role="group" aria-label={label} data-width={preview.width.to_string()}>
                <backup-calculator></backup-calculator>
            </div>
        </figure>
    }
}
