//! The whole page: head, panel, matrix, foot. Written at build time and mounted over by the app.
//! Emits `shell`, `skip`, `layout` with `data-page`, `panel`.

use std::rc::Rc;

use yew::prelude::*;

use super::Links;
use super::answer::answer;
use super::element::{Element, classed};
use super::footer::footer;
use super::matrix::matrix;
use super::missing::missing;
use super::notices::notices;
use super::service::service;
use super::share::share;
use super::stack::stack;
use super::start::start;
use super::still::{Versions, still};
use super::top::top;
use crate::domain::{Policy, Selection, TimeZone, Timestamp};
use crate::export::exporter::ExportedFile;
use crate::report::{
    Draft, ExportFormat, FieldState, FormField, Matrix, PageContent, Panel, TimeContext,
};

/// What [`shell`] shows, and whom it calls back.
pub struct ShellProps {
    /// The policy, for its names.
    pub policy: Rc<Policy>,
    /// The table.
    pub matrix: Rc<Matrix>,
    /// What is chosen.
    pub selection: Selection,
    /// What to show for it.
    pub screen: Rc<PageContent>,
    /// The way to the root.
    pub links: Links,
    /// Whether to draw what lies below the figures too; a change in place draws it a frame later.
    pub whole: bool,
    /// The versions of what is drawn only now and then.
    pub versions: Versions,
    /// What was typed into fields last.
    pub drafts: Vec<Draft>,
    /// Now, where it is known.
    pub now: Option<Timestamp>,
    /// The reader's clocks.
    pub zone: Rc<dyn TimeZone>,
    /// What happened beside the answer.
    pub notes: Vec<String>,
    /// What a screen reader is told after a change in place.
    pub announcement: String,
    /// The command that was copied last, by the id of its element, and whether that worked.
    pub copied: Option<(String, bool)>,
    /// A click anywhere: the listener takes over links.
    pub onclick: Callback<MouseEvent>,
    /// Something was typed or chosen in a field; the listener knows fields by their ids.
    pub oninput: Callback<InputEvent>,
    /// A key was pressed in the matrix.
    pub onkeydown: Callback<KeyboardEvent>,
    /// A command is to be copied; the id of its element.
    pub oncopy: Callback<String>,
    /// What was taken along last.
    pub taken: Option<Rc<ExportedFile>>,
    /// The view is to be taken along.
    pub ontake: Callback<ExportFormat>,
    /// The view is to be printed.
    pub onprint: Callback<MouseEvent>,
    /// The notices were read.
    pub ondismiss: Callback<MouseEvent>,
}

impl ShellProps {
    /// The time, as a report wants it.
    pub fn clock(&self) -> TimeContext<'_> {
        TimeContext {
            now: self.now,
            zone: &*self.zone,
        }
    }

    /// What a field shows.
    pub fn input(&self, field: FormField) -> FieldState {
        field.state(&self.selection.scenario, &self.drafts, self.clock())
    }
}

/// The whole page. The answer comes before the matrix: on a phone it is the first thing there is.
pub fn shell(props: &Rc<ShellProps>) -> Html {
    let (name, panel) = panel(props);
    let main = classed("main", "panel")
        .attr("id", "panel")
        .attr("tabindex", "-1");
    let main = match props.screen.panel {
        Panel::NotFound { .. } => main,
        _ => main.with(share(props)),
    };
    let main = main.child(panel);
    let table = still(props.versions.matrix, "matrix", {
        let props = props.clone();
        move || matrix(&props).into()
    });
    classed("div", "shell")
        .onclick(props.onclick.clone())
        .oninput(props.oninput.clone())
        .with(
            classed("a", "skip")
                .attr("href", "#panel")
                .text("Skip to the answer"),
        )
        .with(top(props))
        .with(
            classed("div", "layout")
                .attr("data-page", name)
                .with(main)
                .child(table),
        )
        .with(footer(props))
        .with(
            classed("p", "visually-hidden")
                .attr("role", "status")
                .words(&props.announcement),
        )
        .with(notices(props))
        .into()
}

/// A page that only the build draws, with the head and the foot of the others.
pub fn written(main: Element, props: &ShellProps) -> Html {
    let skip = classed("a", "skip").attr("href", "#panel");
    classed("div", "shell")
        .with(skip.text("Skip to the text"))
        .with(top(props))
        .with(main.attr("id", "panel").attr("tabindex", "-1"))
        .with(footer(props))
        .into()
}

fn panel(props: &Rc<ShellProps>) -> (&'static str, Html) {
    match &props.screen.panel {
        Panel::Home => ("start", start(&props.policy.edition.to_words())),
        Panel::Service(report) => ("service", service(report, &props.links)),
        Panel::Answer(report) => ("answer", answer(report, props)),
        Panel::Stack => ("stack", stack(props)),
        Panel::NotFound {
            headline,
            advice,
            links,
        } => ("missing", missing(headline, advice, links, &props.links)),
    }
}
