//! What else to know: failures, power, adjusting, where backups are, and exporting.

use super::figures::facts;
use super::{Group, Said, Section, Subject, power_off};
use crate::domain::{Cell, Topic};

/// The sections of an answer, in order of urgency; none where the plan does not exist.
pub(super) fn sections(subject: &Subject) -> Vec<Section> {
    if !subject.cell.offered() {
        return Vec::new();
    }
    let mut sections = Vec::new();
    if *subject.cell == Cell::NoBackups {
        sections.push(no_backups(subject));
    }
    sections.push(failures(subject));
    if subject.cell.backups() || subject.off.is_some() {
        sections.push(single(
            "adjust",
            "What you can adjust",
            doubtful(
                subject,
                facts_or(subject, Topic::Adjust, "what you may adjust"),
            ),
        ));
    }
    if subject.cell.backups() {
        sections.push(whereabouts(subject));
    }
    let notes = facts(subject, Topic::Note);
    if subject.cell.backups() && !notes.is_empty() {
        sections.push(single("notes", "Good to know", doubtful(subject, notes)));
    }
    sections
}

fn single(id: &'static str, title: &'static str, said: Vec<Said>) -> Section {
    Section {
        id,
        title,
        groups: vec![Group { term: "", said }],
    }
}

/// Sections of the document name no plan, while the table gives this one a single backup only.
fn doubtful(subject: &Subject, mut said: Vec<Said>) -> Vec<Said> {
    if *subject.cell == Cell::RecoveryOnly && said.iter().any(|one| one.clause().is_some()) {
        said.push(Said::silent(
            "whether this holds for the single backup of this plan",
        ));
    }
    said
}

/// The facts of a topic, or that the policy is silent on it.
pub(super) fn facts_or(subject: &Subject, topic: Topic, silent_on: &str) -> Vec<Said> {
    let said = facts(subject, topic);
    if said.is_empty() {
        vec![Said::silent(silent_on)]
    } else {
        said
    }
}

fn no_backups(subject: &Subject) -> Section {
    let why = facts_or(subject, Topic::WhyNone, "why there are no backups");
    let instead = facts_or(subject, Topic::Instead, "what to use instead");
    Section {
        id: "instead",
        title: "Why, and what instead",
        groups: vec![
            Group {
                term: "Why",
                said: why,
            },
            Group {
                term: "Instead",
                said: instead,
            },
        ],
    }
}

fn failures(subject: &Subject) -> Section {
    Section {
        id: "failures",
        title: "When something happens",
        groups: vec![
            Group {
                term: "A node fails",
                said: facts_or(subject, Topic::NodeFailure, "node failure on this plan"),
            },
            Group {
                term: "You power it off",
                said: power_off::lost(subject),
            },
            Group {
                term: "You power it on again",
                said: power_off::restored(subject),
            },
            Group {
                term: "It stays off for long",
                said: power_off::long_off(subject),
            },
        ],
    }
}

fn whereabouts(subject: &Subject) -> Section {
    Section {
        id: "where",
        title: "Where the backups are",
        groups: vec![
            Group {
                term: "Place",
                said: facts(subject, Topic::Location),
            },
            Group {
                term: "Access",
                said: facts(subject, Topic::Access),
            },
        ],
    }
}

/// What to say about exporting beside, or instead of, the tools.
pub(super) fn export_remarks(subject: &Subject) -> Vec<Said> {
    if !subject.cell.offered() {
        return Vec::new();
    }
    if !subject.service.tools.is_empty() {
        return facts(subject, Topic::ExportCaveat);
    }
    let name = &subject.service.short_name;
    let mut said = vec![Said {
        text: format!("The policy recommends no export tool for {name}."),
        source: super::Source::Silent,
    }];
    said.extend(facts(subject, Topic::StandardTooling));
    said
}
