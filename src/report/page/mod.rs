//! The content of a page: every report that the page shows, each built once.
//!
//! The view and the exports only read it. While the app runs, [`PageContent::updated`] keeps the reports whose inputs did not
//! change, so that components with unchanged props need not render.

mod answer;
mod not_found;

use std::rc::Rc;

use super::plan_finder::PlanFinderResult;
use super::service::ServiceReport;
use super::stack::{self, StackReport, StackToggles};
use super::time_context::TimeContext;
use crate::domain::{Page, Policy, Requirements, Selection, Timestamp, url};

pub use answer::AnswerContent;
pub use not_found::NotFoundContent;

/// Name of the site.
pub const SITE_NAME: &str = "Backup calculator";

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
    /// Path of this page with its scenario but the default display options, for links out of an iframe.
    pub standalone_path: String,
    /// The panel beside the matrix.
    pub panel: Panel,
    /// The matrix matched against the requirements; `None` if there are none.
    pub finder: Option<Rc<PlanFinderResult>>,
    /// Path of this page without the requirements; `None` if there are none.
    pub clear_requirements_path: Option<String>,
    /// Links that change the stack, on the page of the stack.
    pub stack_toggles: Option<Rc<StackToggles>>,
}

/// The panel beside the matrix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Panel {
    /// The introduction.
    Home,
    /// A service and its plans.
    Service(Rc<ServiceReport>),
    /// The answer for a service and plan.
    Answer(AnswerContent),
    /// Several services together.
    Stack(Rc<StackReport>),
    /// The URL names no page.
    NotFound(NotFoundContent),
}

impl PageContent {
    /// Builds the content from scratch.
    pub fn new(policy: &Policy, selection: &Selection, time: TimeContext) -> Self {
        Self::build(policy, selection, time, None)
    }

    /// Builds the content for another selection or time. Equal to [`PageContent::new`], but shares the unchanged reports with
    /// `self`; both times must have the same time zone.
    pub fn updated(&self, policy: &Policy, selection: &Selection, time: TimeContext) -> Self {
        Self::build(policy, selection, time, Some(self))
    }

    fn build(
        policy: &Policy,
        selection: &Selection,
        time: TimeContext,
        previous: Option<&Self>,
    ) -> Self {
        let scenario = &selection.scenario;
        let requirements = &scenario.requirements;
        let same_scenario = |previous: &&Self| previous.selection == *selection;
        let same_requirements =
            |previous: &&Self| previous.selection.scenario.requirements == *requirements;
        let panel = Panel::build(policy, selection, time, previous);
        Self {
            title: panel.title(),
            panel,
            finder: match previous.filter(same_requirements) {
                Some(previous) => previous.finder.clone(),
                None => PlanFinderResult::new(policy, requirements).map(Rc::new),
            },
            clear_requirements_path: (!requirements.is_empty()).then(|| {
                let mut scenario = scenario.clone();
                scenario.requirements = Requirements::default();
                url::encode_with_query(policy, &selection.page, &scenario)
            }),
            stack_toggles: match previous.filter(same_scenario) {
                _ if selection.page != Page::Stack => None,
                Some(previous) => previous.stack_toggles.clone(),
                None => Some(Rc::new(StackToggles::new(policy, scenario))),
            },
            standalone_path: url::encode_with_query(
                policy,
                &selection.page,
                &scenario.without_display_options(),
            ),
            selection: selection.clone(),
            now: time.now,
        }
    }

    /// Returns the meta description of a prerendered page: one or two sentences, for a link pasted into a chat.
    pub fn meta_description(&self, policy: &Policy) -> String {
        let edition = policy.edition.to_words();
        match &self.panel {
            Panel::Home => format!(
                "Retention, backup frequency, PITR and export tools of {} services on {} plans, after Aiven’s \
                 backup policy of {edition}.",
                policy.services().count(),
                policy.plans().count(),
            ),
            Panel::Service(report) => report.plan_labels(),
            Panel::Answer(answer) => format!(
                "{}. {} After Aiven’s backup policy of {edition}.",
                answer.report.headline,
                answer.report.lead_with_conditions(),
            ),
            Panel::Stack(_) => stack::EMPTY_LEAD.to_owned(),
            Panel::NotFound(content) => content.advice.clone(),
        }
    }
}

impl Panel {
    fn build(
        policy: &Policy,
        selection: &Selection,
        time: TimeContext,
        previous: Option<&PageContent>,
    ) -> Self {
        let same_page = |previous: &&PageContent| previous.selection.page == selection.page;
        let same_inputs =
            |previous: &&PageContent| previous.selection == *selection && previous.now == time.now;
        match &selection.page {
            Page::Index => Panel::Home,
            Page::Service(service) => match previous.filter(same_page) {
                Some(previous) => previous.panel.clone(),
                None => Panel::Service(Rc::new(ServiceReport::new(policy, *service))),
            },
            Page::Answer(service, plan) => Panel::Answer(AnswerContent::build(
                policy,
                (*service, *plan),
                selection,
                time,
                previous.filter(same_page),
            )),
            Page::Stack => match previous.filter(same_inputs) {
                Some(previous) => previous.panel.clone(),
                None => {
                    let report = StackReport::new(policy, &selection.scenario, time);
                    Panel::Stack(Rc::new(report))
                }
            },
            Page::NotFound(reason) => Panel::NotFound(NotFoundContent::new(policy, reason)),
        }
    }

    /// Returns the title of the document.
    fn title(&self) -> String {
        match self {
            Panel::Home => format!("{SITE_NAME}: can you get your data back?"),
            Panel::Service(report) => format!("{} · {SITE_NAME}", report.headline),
            Panel::Answer(AnswerContent { report, .. }) => format!(
                "{} {}: {} · {SITE_NAME}",
                report.service.short_name, report.plan.name, report.headline
            ),
            Panel::Stack(report) => format!("{} · {SITE_NAME}", report.headline),
            Panel::NotFound(content) => format!("{} · {SITE_NAME}", content.headline),
        }
    }
}
