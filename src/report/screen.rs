//! What is on the screen for a selection: the panel beside the matrix, the document's title, and what a link to it says.

use std::rc::Rc;

use super::{Report, ServiceReport, stack};
use crate::domain::selection::Missing;
use crate::domain::text::join;
use crate::domain::{Page, Policy, Selection};

/// The name of the site.
pub const SITE: &str = "Backup calculator";

/// The panel that answers the selection, with its name for the browser and for a link pasted into a chat.
#[derive(Clone, Debug, PartialEq)]
pub struct Screen {
    /// Title of the document.
    pub title: String,
    /// The panel beside the matrix.
    pub panel: Panel,
}

/// The panel beside the matrix.
#[derive(Clone, Debug, PartialEq)]
pub enum Panel {
    /// Nothing is chosen yet.
    Start,
    /// A service, its plans compared.
    Service(Rc<ServiceReport>),
    /// The answer.
    Answer(Rc<Report>),
    /// Several services together.
    Stack,
    /// There is no such page: what is wrong, and the addresses and names of pages that may help.
    Missing {
        /// What is wrong.
        headline: String,
        /// What to do.
        advice: String,
        /// Addresses below the site's root, with names.
        links: Vec<(String, String)>,
    },
}

impl Screen {
    /// What to show for a selection.
    pub fn new(policy: &Policy, selection: &Selection) -> Self {
        match &selection.page {
            Page::Index => Self {
                title: format!("{SITE}: can you get your data back?"),
                panel: Panel::Start,
            },
            Page::Service(service) => {
                let report = ServiceReport::new(policy, *service);
                Self {
                    title: format!("{} · {SITE}", report.headline),
                    panel: Panel::Service(Rc::new(report)),
                }
            }
            Page::Answer(service, plan) => {
                let report = Report::of(policy, *service, *plan, &selection.case);
                Self {
                    title: format!(
                        "{} {}: {} · {SITE}",
                        report.service.short_name, report.plan.name, report.headline
                    ),
                    panel: Panel::Answer(Rc::new(report)),
                }
            }
            Page::Stack => stack_screen(policy, selection),
            Page::Missing(missing) => missing_screen(policy, missing),
        }
    }

    /// One or two sentences that tell the answer, for a link pasted into a chat: said of the page as it is written,
    /// and not part of the program.
    pub fn description(&self, policy: &Policy) -> String {
        let edition = policy.edition.words();
        match &self.panel {
            Panel::Start => format!(
                "Retention, backup frequency, PITR and export tools of {} services on {} plans, after Aiven’s \
                 backup policy of {edition}.",
                policy.services().count(),
                policy.plans().count(),
            ),
            Panel::Service(report) => by_plan(report),
            Panel::Answer(report) => format!(
                "{}. {} After Aiven’s backup policy of {edition}.",
                report.headline,
                with_conditions(report),
            ),
            Panel::Stack => stack::ASK_LEAD.to_owned(),
            Panel::Missing { advice, .. } => advice.clone(),
        }
    }
}

/// The panel is drawn with the clock; the title holds at any time.
fn stack_screen(policy: &Policy, selection: &Selection) -> Screen {
    let title = stack::headline(policy, &selection.case).unwrap_or_else(|| stack::ASK.to_owned());
    Screen {
        title: format!("{title} · {SITE}"),
        panel: Panel::Stack,
    }
}

/// The lead and what it depends on, since a description in a chat stands alone.
fn with_conditions(report: &Report) -> String {
    let mut all = report.lead.clone();
    for condition in &report.conditions {
        all.push(' ');
        all.push_str(&condition.text);
    }
    all
}

fn by_plan(report: &ServiceReport) -> String {
    let plans: Vec<String> = report
        .plans
        .iter()
        .map(|plan| format!("{}: {}", plan.plan.name, plan.label))
        .collect();
    format!("{}.", join(&plans, "; "))
}

fn missing_screen(policy: &Policy, missing: &Missing) -> Screen {
    let whole = (String::new(), "All services and plans".to_owned());
    let link = |id| {
        let service = policy.service(id);
        (
            crate::domain::address::encode(policy, &Page::Service(id)),
            service.name.clone(),
        )
    };
    let (headline, advice, links) = match missing {
        Missing::Service { asked, like } => (
            format!("The policy knows no service “{asked}”"),
            "Pick the service in the table, or check the address for a slip.".to_owned(),
            like.map(link).into_iter().chain([whole]).collect(),
        ),
        Missing::Plan { service, asked } => {
            let plans: Vec<String> = policy.plans().map(|(_, plan)| plan.name.clone()).collect();
            (
                format!(
                    "{} has no plan “{asked}” in the policy",
                    policy.service(*service).short_name
                ),
                format!("The plans are {}.", super::words::list(&plans)),
                vec![link(*service), whole],
            )
        }
        Missing::Elsewhere => (
            "There is no such page".to_owned(),
            "The address names nothing the calculator has. Shorten the address part by part, or pick a service and a plan in the table."
                .to_owned(),
            vec![whole],
        ),
    };
    Screen {
        title: format!("{headline} · {SITE}"),
        panel: Panel::Missing {
            headline,
            advice,
            links,
        },
    }
}
