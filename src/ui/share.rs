//! Taking the view along: what is copied, what is downloaded, and the text itself, to be taken by hand where the
//! browser refuses. Emits `share`, `share-row`, `share-said`, `share-text`, `take`, `share-embed`.

use yew::Html;

use super::ShellProps;
use super::element::{Element, classed, el};
use crate::domain::text::join;
use crate::domain::url;
use crate::export::data_uri::data_uri;
use crate::export::exporter::ExportedFile;
use crate::report::{ExportFormat, embed_docs};

/// The id of the element that holds the text that was taken.
pub const TEXT: &str = "share-text";

/// The panel, closed until it is needed.
pub fn share(props: &ShellProps) -> Element {
    let taken = props.taken.as_deref();
    let print = button("Print").onclick(props.onprint.clone());
    let said = classed("p", "share-said").attr("role", "status");
    let said = match taken {
        Some(taken) => said.words(&told(taken, props)),
        None => said,
    };
    classed("details", "share")
        .key("share")
        .attr("data-live-only", "")
        .maybe("open", taken.map(|_| ""))
        .with(el("summary").text("Share"))
        .with(
            classed("div", "share-panel")
                .with(row("Copy", &ExportFormat::COPY_FORMATS, props))
                .with(row("Download", &ExportFormat::DOWNLOAD_FORMATS, props))
                .with(
                    row("Elsewhere", &[], props)
                        .with(print)
                        .with(elsewhere(props)),
                )
                .with(said)
                .children(taken.map(shown).into_iter().flatten()),
        )
}

fn row(name: &'static str, forms: &'static [ExportFormat], props: &ShellProps) -> Element {
    let buttons = forms.iter().map(|form| take_button(*form, props).into());
    classed("div", "share-row")
        .attr("role", "group")
        .attr("aria-label", name)
        .with(el("span").attr("aria-hidden", "true").text(name))
        .children(buttons)
}

/// The page that says how to show it in a page of one’s own.
fn elsewhere(props: &ShellProps) -> Element {
    let shown = url::encode(&props.policy, &props.selection.page);
    let place = join(&[embed_docs::PATH, "?page=", &shown], "");
    classed("a", "take share-embed")
        .set("href", props.links.href(&place))
        .text("Embed")
}

fn button(text: &'static str) -> Element {
    classed("button", "take").attr("type", "button").text(text)
}

/// The button that takes the view in a form.
pub fn take_button(form: ExportFormat, props: &ShellProps) -> Element {
    button(form.label()).onclick(props.ontake.reform(move |_| form))
}

/// What became of it, as far as a browser tells.
fn told(taken: &ExportedFile, props: &ShellProps) -> String {
    let copied = props.copied.as_ref().filter(|(id, _)| id == TEXT);
    match (taken.format.extension_and_mime(), copied) {
        (Some(_), _) if taken.content.is_empty() => {
            "This browser does not paint the picture. Take the SVG instead.".to_owned()
        }
        (Some(_), _) => format!(
            "{} goes to your downloads. Where none comes, take it from here.",
            taken.file_name
        ),
        (None, Some((_, true))) => format!("{} copied.", taken.format.label()),
        (None, Some((_, false))) => "Not copied, but selected: press Ctrl+C.".to_owned(),
        (None, None) => String::new(),
    }
}

/// The picture, and the text: a picture in pixels has none, a drawn one has both.
fn shown(taken: &ExportedFile) -> Vec<Html> {
    let link = match taken.format {
        ExportFormat::Png => Some(taken.content.clone()),
        ExportFormat::Svg => Some(data_uri("image/svg+xml", &taken.content)),
        _ => None,
    };
    let picture = link.map(|link| {
        el("img")
            .key("picture")
            .attr("alt", "The picture that was taken")
            .copy("src", &link)
    });
    let text = (taken.format != ExportFormat::Png).then(|| {
        classed("pre", "share-text")
            .key(TEXT)
            .attr("id", TEXT)
            .attr("tabindex", "0")
            .words(&taken.content)
    });
    [picture, text]
        .into_iter()
        .flatten()
        .map(Html::from)
        .collect()
}
