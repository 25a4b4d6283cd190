//! What is on the screen for a selection: the panel beside the matrix, the document's title, and what a link to it says.

use std::rc::Rc;

use super::{PlanReport, ServiceReport, stack};
use crate::domain::selection::NotFound;
use crate::domain::text::join;
use crate::domain::{Page, Policy, Selection};

/// The name of the site.
pub const SITE_NAME: &str = "Backup calculator";

/// The panel that answers the selection, with its name for the browser and for a link pasted into a chat.
#[derive(Clone, Debug, PartialEq)]
pub struct PageContent {
    /// Title of the document.
    pub title: String,
    /// The panel beside the matrix.
    pub panel: Panel,
}

/// The panel beside the matrix.
#[derive(Clone, Debug, PartialEq)]
pub enum Panel {
    /// Nothing is chosen yet.
    Home,
    /// A service, its plans compared.
    Service(Rc<ServiceReport>),
    /// The answer.
    Answer(Rc<PlanReport>),
    /// Several services together.
    Stack,
    /// There is no such page: what is wrong, and the addresses and names of pages that may help.
    NotFound {
        /// What is wrong.
        headline: String,
        /// What to do.
        advice: String,
        /// Addresses below the site's root, with names.
        links: Vec<(String, String)>,
    },
}

impl PageContent {
    /// What to show for a selection.
    pub fn new(policy: &Policy, selection: &Selection) -> Self {
        match &selection.page {
            Page::Index => Self {
                title: format!("{SITE_NAME}: can you get your data back?"),
                panel: Panel::Home,
            },
            Page::Service(service) => {
                let report = ServiceReport::new(policy, *service);
                Self {
                    title: format!("{} · {SITE_NAME}", report.headline),
                    panel: Panel::Service(Rc::new(report)),
                }
            }
            Page::Answer(service, plan) => {
                let report = PlanReport::for_scenario(policy, *service, *plan, &selection.scenario);
                Self {
                    title: format!(
                        "{} {}: {} · {SITE_NAME}",
                        report.service.short_name, report.plan.name, report.headline
                    ),
                    panel: Panel::Answer(Rc::new(report)),
                }
            }
            Page::Stack => stack_content(policy, selection),
            Page::NotFound(missing) => not_found_content(policy, missing),
        }
    }

    /// One or two sentences that tell the answer, for a link pasted into a chat: said of the page as it is written,
    /// and not part of the program.
    pub fn meta_description(&self, policy: &Policy) -> String {
        let edition = policy.edition.to_words();
        match &self.panel {
            Panel::Home => format!(
                "Retention, backup frequency, PITR and export tools of {} services on {} plans, after Aiven’s \
                 backup policy of {edition}.",
                policy.services().count(),
                policy.plans().count(),
            ),
            Panel::Service(report) => plan_labels(report),
            Panel::Answer(report) => format!(
                "{}. {} After Aiven’s backup policy of {edition}.",
                report.headline,
                lead_with_conditions(report),
            ),
            Panel::Stack => stack::EMPTY_LEAD.to_owned(),
            Panel::NotFound { advice, .. } => advice.clone(),
        }
    }
}

/// The panel is drawn with the clock; the title holds at any time.
fn stack_content(policy: &Policy, selection: &Selection) -> PageContent {
    let title = stack::headline(policy, &selection.scenario)
        .unwrap_or_else(|| stack::EMPTY_HEADLINE.to_owned());
    PageContent {
        title: format!("{title} · {SITE_NAME}"),
        panel: Panel::Stack,
    }
}

/// The lead and what it depends on, since a description in a chat stands alone.
fn lead_with_conditions(report: &PlanReport) -> String {
    let mut all = report.lead.clone();
    for condition in &report.conditions {
        all.push(' ');
        all.push_str(&condition.text);
    }
    all
}

fn plan_labels(report: &ServiceReport) -> String {
    let plans: Vec<String> = report
        .plans
        .iter()
        .map(|plan| format!("{}: {}", plan.plan.name, plan.label))
        .collect();
    format!("{}.", join(&plans, "; "))
}

fn not_found_content(policy: &Policy, not_found: &NotFound) -> PageContent {
    let whole = (String::new(), "All services and plans".to_owned());
    let link = |id| {
        let service = policy.service(id);
        (
            crate::domain::url::encode(policy, &Page::Service(id)),
            service.name.clone(),
        )
    };
    let (headline, advice, links) = match not_found {
        NotFound::Service { requested: asked, suggestion: like } => (
            format!("The policy knows no service “{asked}”"),
            "Pick the service in the table, or check the address for a slip.".to_owned(),
            like.map(link).into_iter().chain([whole]).collect(),
        ),
        NotFound::Plan { service, asked } => {
            let plans: Vec<String> = policy.plans().map(|(_, plan)| plan.name.clone()).collect();
            (
                format!(
                    "{} has no plan “{asked}” in the policy",
                    policy.service(*service).short_name
                ),
                format!("The plans are {}.", super::format::join_list(&plans)),
                vec![link(*service), whole],
            )
        }
        NotFound::Path => (
            "There is no such page".to_owned(),
            "The address names nothing the calculator has. Shorten the address part by part, or pick a service and a plan in the table."
                .to_owned(),
            vec![whole],
        ),
    };
    PageContent {
        title: format!("{headline} · {SITE_NAME}"),
        panel: Panel::NotFound {
            headline,
            advice,
            links,
        },
    }
}
