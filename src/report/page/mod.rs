//! Content of a page: every report on its selection. Views and exports only read them. An update keeps the reports whose inputs are the
//! same, if they are costly to build or to render.

mod answer;
mod not_found;

use std::rc::Rc;

use super::ladder::Ladder;
use super::matrix::Matrix;
use super::plan_finder::PlanFinderResult;
use super::service::ServiceReport;
use super::stack::{self, StackReport, StackToggles};
use super::time_context::TimeContext;
use super::{format, labels};
use crate::domain::{Page, Policy, Requirements, Selection, Timestamp, url};

pub use answer::AnswerContent;
pub use not_found::NotFoundContent;

/// Name of the site.
pub const SITE_NAME: &str = "Backup calculator";

/// Title of the index.
const HOME_TITLE: &str = "Backup calculator: retention, PITR, and export tools";

/// The name of the site at the end of a title that leaves room for it.
const SITE_SUFFIX: &str = " · Backup calculator";

/// Characters of a title that search results and tabs show.
const MAX_TITLE_LENGTH: usize = 60;

/// Path below the root of the API documentation, a page that only the build renders.
pub const API_DOCS_PATH: &str = "api/";

/// Path below the root of the documentation on embedding, a page that only the build renders.
pub const EMBED_DOCS_PATH: &str = "embed/";

/// Everything that a page shows for a selection at a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageContent {
    /// The selection.
    pub selection: Selection,
    /// The current time; `None` on prerendered pages.
    pub now: Option<Timestamp>,
    /// Title of the document.
    pub title: String,
    /// What a verdict rests on.
    pub basis: String,
    /// Path of the page with its scenario and the default display options, for links out of an iframe.
    pub standalone_path: String,
    /// The panel beside the matrix.
    pub panel: Panel,
    /// The ladder of the panel; `None` if there is none to draw.
    pub ladder: Option<Rc<Ladder>>,
    /// The matrix of services with the settings of the scenario.
    pub matrix: Rc<Matrix>,
    /// The matrix matched against the requirements; `None` if there are none.
    pub finder: Option<Rc<PlanFinderResult>>,
    /// Path of the page without the requirements; `None` if there are none.
    pub clear_requirements_path: Option<String>,
    /// Links of the matrix cells that change the stack; `None` unless the page is that of the stack.
    pub stack_toggles: Option<Rc<StackToggles>>,
}

/// The panel beside the matrix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Panel {
    /// The introduction.
    Home,
    /// A service with its plans.
    Service(Rc<ServiceReport>),
    /// The answer for a service and plan.
    Answer(Rc<AnswerContent>),
    /// Services that are used together.
    Stack(Rc<StackReport>),
    /// The error message for a URL that names no page.
    NotFound(NotFoundContent),
}

impl PageContent {
    /// Builds the content.
    pub fn new(policy: &Policy, selection: &Selection, time: TimeContext) -> Self {
        Self::build(policy, selection, time, None)
    }

    /// Builds the content for another selection or time. The result equals that of [`PageContent::new`], but shares the reports
    /// whose inputs are the same with `self`, so that components need not compare them. Policy and time zone must be those of
    /// `self`.
    pub fn updated(&self, policy: &Policy, selection: &Selection, time: TimeContext) -> Self {
        if self.selection == *selection && self.now == time.now {
            return self.clone();
        }
        Self::build(policy, selection, time, Some(self))
    }

    fn build(
        policy: &Policy,
        selection: &Selection,
        time: TimeContext,
        previous: Option<&Self>,
    ) -> Self {
        let Selection { page, scenario } = selection;
        let requirements = &scenario.requirements;
        let settings = scenario.backup_settings();
        let panel = Panel::build(policy, selection, time, previous);
        let has_same_settings = |previous: &&Self| {
            let before = &previous.selection.scenario.service;
            before.persistence_disabled == settings.persistence_disabled
        };
        let previous = previous.filter(has_same_settings);
        let matrix = match previous {
            Some(previous) => previous.matrix.clone(),
            None => Rc::new(Matrix::new(policy, settings)),
        };
        let has_same_requirements =
            |previous: &&Self| previous.selection.scenario.requirements == *requirements;
        let finder = match previous.filter(has_same_requirements) {
            Some(previous) => previous.finder.clone(),
            None => PlanFinderResult::new(policy, requirements, settings).map(Rc::new),
        };
        let clear_requirements_path = (!requirements.is_empty()).then(|| {
            let mut scenario = scenario.clone();
            scenario.requirements = Requirements::default();
            url::encode_with_query(policy, page, &scenario)
        });
        let stack_toggles =
            (*page == Page::Stack).then(|| Rc::new(StackToggles::new(policy, scenario)));
        let standalone = scenario.without_display_options();
        Self {
            selection: selection.clone(),
            now: time.now,
            title: panel.title(),
            basis: format::verdict_basis(policy.edition, time.now),
            standalone_path: url::encode_with_query(policy, page, &standalone),
            ladder: Ladder::new(policy, selection, panel.stack(), time).map(Rc::new),
            panel,
            matrix,
            finder,
            clear_requirements_path,
            stack_toggles,
        }
    }

    /// Returns the meta description of a prerendered page: a few short sentences, such as link previews show.
    pub fn meta_description(&self, policy: &Policy) -> String {
        let source = format::edition_source(policy.edition);
        match &self.panel {
            Panel::Home => format!(
                "Retention, backup frequency, PITR, and export tools for {} services on {} plans. Based on {source}.",
                policy.services().count(),
                policy.plans().count(),
            ),
            Panel::Service(report) => report.plan_labels(),
            Panel::Answer(answer) => answer.meta_description(&source),
            Panel::Stack(_) => stack::EMPTY_LEAD.to_owned(),
            Panel::NotFound(content) => content.advice.clone(),
        }
    }
}

impl Panel {
    /// Builds the panel of a page, and shares the reports of the previous content of the same page whose inputs are the same.
    fn build(
        policy: &Policy,
        selection: &Selection,
        time: TimeContext,
        previous: Option<&PageContent>,
    ) -> Self {
        let previous = previous.filter(|previous| previous.selection.page == selection.page);
        let previous = previous.map(|previous| &previous.panel);
        match (&selection.page, previous) {
            (Page::Index, _) => Panel::Home,
            (Page::Service(_), Some(panel)) => panel.clone(),
            (Page::Service(service), None) => {
                Panel::Service(Rc::new(ServiceReport::new(policy, *service)))
            }
            (Page::Answer(service, plan), panel) => {
                let previous = match panel {
                    Some(Panel::Answer(answer)) => Some(&**answer),
                    _ => None,
                };
                let cell = (*service, *plan);
                let answer = AnswerContent::build(policy, cell, selection, time, previous);
                Panel::Answer(Rc::new(answer))
            }
            (Page::Stack, _) => {
                let report = StackReport::new(policy, &selection.scenario, time);
                Panel::Stack(Rc::new(report))
            }
            (Page::NotFound(reason), _) => Panel::NotFound(NotFoundContent::new(policy, reason)),
        }
    }

    /// Returns the report on the stack; `None` on other pages.
    fn stack(&self) -> Option<&StackReport> {
        match self {
            Panel::Stack(report) => Some(report),
            _ => None,
        }
    }

    /// Returns the title of the document.
    fn title(&self) -> String {
        let text = match self {
            Panel::Home => return HOME_TITLE.to_owned(),
            Panel::Service(report) => report.headline.clone(),
            Panel::Answer(answer) => answer.title(),
            Panel::Stack(report) => match &report.incident {
                Some(incident) => {
                    format!("{}: {}", first_sentence(&incident.headline), labels::STACK)
                }
                None => first_sentence(&report.headline).to_owned(),
            },
            // The headline names what the URL says, which may be of any length.
            Panel::NotFound(_) => "Page not found".to_owned(),
        };
        match text.len() + SITE_SUFFIX.len() > MAX_TITLE_LENGTH {
            true => text,
            false => text + SITE_SUFFIX,
        }
    }
}

/// Returns the first sentence of a text, without its full stop.
fn first_sentence(text: &str) -> &str {
    let end = text.as_bytes().windows(2).position(|pair| pair == b". ");
    let sentence = end.and_then(|end| text.get(..end));
    sentence.unwrap_or(text).trim_end_matches('.')
}
