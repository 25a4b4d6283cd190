//! The markup of the documentation on embedding.

use yew::prelude::*;

use super::{EmbedPage, LINK_QUESTION, PAGE_TITLE, SelectOptions, Snippet, escape};
use crate::ui::copy_block::{copy_block_content, copy_button_content};

impl EmbedPage {
    /// Returns the main element of the page. The script of the page does what the buttons and selections say.
    pub fn view(&self) -> Html {
        html! {
            <main class="embed-page" id="panel" tabindex="-1">
                <h1>{ PAGE_TITLE }</h1>
                <p class="lead">{ self.lead }</p>
                if let Some(note) = self.placeholder_note {
                    <noscript><p>{ note }</p></noscript>
                }
                <div class="embed-options" data-requires-app="" data-link-question={LINK_QUESTION}>
                    for choice in &self.choices {
                        { select(choice) }
                    }
                </div>
                for snippet in &self.snippets {
                    { snippet_block(snippet) }
                }
                <section class="embed-preview" data-requires-app="">
                    <h2>{ "Preview" }</h2>
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

fn snippet_block(snippet: &Snippet) -> Html {
    let name = format!("{} snippet", snippet.name);
    html! {
        <>
            <h2>{ snippet.name }</h2>
            if !snippet.hint.is_empty() {
                <p>{ snippet.hint }</p>
            }
            <div
                class="command"
                data-template={snippet.template.clone()}
                data-fallback-template={snippet.fallback_template}
            >
                { copy_block_content(snippet.id, &name, &snippet.text, copy_button_content(&name, "Copy", Callback::noop())) }
            </div>
        </>
    }
}
