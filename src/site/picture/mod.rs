//! The pictures of the pages for previews of links, READMEs and slides: the answer of a page in a frame of fixed size. Only the build
//! draws them; what readers download has their own case in it and is drawn by [`card`](crate::export::card).

mod canvas;
mod frame;
mod png;
mod table;

use crate::domain::Policy;
use crate::export::palette::Color;
use crate::report::page::SITE_NAME;
use crate::report::{
    AnswerContent, AnswerKind, Ladder, Matrix, PageContent, Panel, PlanReport, ServiceReport,
    format,
};
use canvas::Canvas;
use frame::{FactBox, Frame};

pub use canvas::{HEIGHT, WIDTH};
pub use png::PngRenderer;

/// File name of a picture as SVG, beside the page.
pub const SVG_FILE_NAME: &str = "card.svg";
/// File name of a picture as PNG, beside the page.
pub const PNG_FILE_NAME: &str = "card.png";

/// Picture of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// The picture as an SVG file.
    pub svg: String,
}

impl Picture {
    /// Draws the picture of a page with its URL, which is empty if it is unknown; `None` for a page that is none of the site.
    pub fn of_page(policy: &Policy, content: &PageContent, url: &str) -> Option<Self> {
        let ladder = content.ladder.as_deref();
        let frame = match &content.panel {
            Panel::Home => return Some(Self::of_matrix(policy, url)),
            Panel::Answer(answer) => answer_frame(answer, ladder),
            Panel::Service(report) => service_frame(report, ladder),
            Panel::Stack(report) => Frame {
                title: SITE_NAME.to_owned(),
                headline: &report.headline,
                lead: &report.lead,
                ladder,
                ..Frame::default()
            },
            Panel::NotFound(_) => return None,
        };
        Some(Self::of_frame(policy, &frame, url))
    }

    /// Draws the picture of a page that has only words.
    pub fn of_words(policy: &Policy, headline: &str, lead: &str, url: &str) -> Self {
        let frame = Frame {
            title: SITE_NAME.to_owned(),
            headline,
            lead,
            ..Frame::default()
        };
        Self::of_frame(policy, &frame, url)
    }

    fn of_frame(policy: &Policy, frame: &Frame, url: &str) -> Self {
        let facts = frame.facts.iter();
        let facts: Vec<String> = facts
            .map(|fact| format!("{}: {}", fact.label, fact.value))
            .collect();
        let mut text = format!("{}: {}.", frame.title, frame.headline);
        if frame.title == SITE_NAME {
            text = format!("{}.", frame.headline);
        }
        if !facts.is_empty() {
            text += &format!(" {}.", facts.join("; "));
        } else if frame.ladder.is_none() {
            text += &format!(" {}", frame.lead);
        }
        let color = Color::of_kind(frame.kind);
        Self::new(policy, frame.draw(), text, color, url)
    }

    /// Draws the table of all services and plans.
    fn of_matrix(policy: &Policy, url: &str) -> Self {
        let matrix = Matrix::new(policy);
        let canvas = table::draw(&matrix);
        let text = format!(
            "Table of the backups of {} services on {} plans, with retention, PITR and export tool.",
            matrix.rows.len(),
            matrix.plans.len()
        );
        Self::new(policy, canvas, text, Color::of_kind(None), url)
    }

    fn new(policy: &Policy, canvas: Canvas, text: String, color: Color, url: &str) -> Self {
        let source = format::edition_source(policy.edition);
        let address = match url.split_once("://") {
            Some((_, address)) => address,
            None => SITE_NAME,
        };
        Self {
            svg: canvas.finish(&text, color, &source, address),
        }
    }
}

fn answer_frame<'a>(answer: &'a AnswerContent, ladder: Option<&'a Ladder>) -> Frame<'a> {
    let report = &answer.report;
    let conditions = report.conditions.iter();
    let facts = report.key_facts().iter().map(|metric| FactBox {
        label: metric.label.to_owned(),
        value: metric.value.clone(),
        kind: None,
    });
    Frame {
        kind: Some(report.answer_kind),
        title: format!("{} {}", report.service.short_name, report.plan.name),
        headline: &report.headline,
        notes: conditions.map(|condition| condition.text.clone()).collect(),
        facts: facts.collect(),
        ladder,
        lead: &report.lead,
    }
}

fn service_frame<'a>(report: &'a ServiceReport, ladder: Option<&'a Ladder>) -> Frame<'a> {
    let is_offered = |plan: &&PlanReport| plan.answer_kind != AnswerKind::NotOffered;
    let mut offered = report.plans.iter().filter(is_offered);
    let tools = offered.find_map(|plan| plan.key_facts().last());
    let tools = tools.map(|metric| format!("{}: {}", metric.label, metric.value));
    let conditions = report.conditions.iter();
    let facts = report.plans.iter().map(|plan| FactBox {
        label: plan.plan.name.clone(),
        value: plan.label.to_string(),
        kind: Some(plan.answer_kind),
    });
    Frame {
        kind: None,
        title: SITE_NAME.to_owned(),
        headline: &report.headline,
        notes: tools
            .into_iter()
            .chain(conditions.map(|condition| condition.text.clone()))
            .collect(),
        facts: facts.collect(),
        ladder,
        lead: "",
    }
}
