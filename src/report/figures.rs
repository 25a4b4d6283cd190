//! The figures of an answer: frequency, retention, PITR, restore points, windows and the worst-case loss.

use super::{Figure, Said, Subject, persistence, words};
use crate::domain::power::Switched;
use crate::domain::text::join;
use crate::domain::{Cell, Fact, Hours, Keep, RecoveryMode, Schedule, Tier, Topic};

/// The retention the policy names for a tier: `N = (n-1) I` where backups are counted, the age else.
pub(super) fn tier_retention(tier: &Tier) -> Hours {
    match tier.keep() {
        Keep::Count(_) => tier.guaranteed_window(),
        Keep::Age(age) => age,
    }
}

/// The figures of a cell; none where the plan does not exist.
pub(super) fn figures(subject: &Subject) -> Vec<Figure> {
    match subject.cell {
        Cell::NotOffered => Vec::new(),
        Cell::NoBackups => without_backups(subject),
        Cell::RecoveryOnly => recovery_only(subject),
        Cell::Backups(schedule) => with_schedule(subject, schedule),
    }
}

fn figure(term: &'static str, value: impl Into<String>, details: Vec<Said>) -> Figure {
    Figure {
        term,
        value: value.into(),
        details,
    }
}

/// The facts of a topic that hold for the subject's plan, as sentences with their clauses.
pub(super) fn facts(subject: &Subject, topic: Topic) -> Vec<Said> {
    let holds = |fact: &&Fact| {
        fact.topic == topic
            && fact
                .plans
                .as_ref()
                .is_none_or(|plans| plans.contains(&subject.plan.slug))
            && fact
                .persistence
                .is_none_or(|switched| (switched == Switched::Off) == subject.off.is_some())
    };
    let all = subject.policy.facts.iter().chain(&subject.service.facts);
    let mut said = Vec::new();
    for fact in all.filter(holds) {
        if let Some(clause) = subject.policy.clause(&fact.clause) {
            said.push(Said::policy(&fact.text, clause.clone()));
        }
    }
    said
}

fn without_backups(subject: &Subject) -> Vec<Figure> {
    let (source, kept, earlier) = match subject.off {
        Some(_) => (
            "This overrules the policy’s table.",
            "nothing new is kept",
            vec![persistence::earlier_backups()],
        ),
        None => ("From the policy’s table.", "nothing is kept", Vec::new()),
    };
    let table = Said::policy(source, subject.table_clause());
    let start = Said::reading("There is no backup to start from.");
    let lost = Said::reading("What the service itself loses, no backup brings back.");
    vec![
        figure(LOSS, "no limit", vec![lost]),
        figure(FREQUENCY, "no backups", vec![table]),
        figure(RETENTION, kept, earlier),
        figure(PITR, "no", vec![start]),
    ]
}

fn recovery_only(subject: &Subject) -> Vec<Figure> {
    let table = Said::policy("From the policy’s table.", subject.table_clause());
    let lost = Said::silent("how much the recovery may lose");
    let taken = Said::silent("when this single backup is taken and how old it may be");
    let pitr = Said::reading("A single backup leaves no point in time to choose.");
    let points = Said::reading("A backup for disaster recovery is not one to choose from.");
    vec![
        figure(LOSS, "unknown", vec![lost]),
        figure(FREQUENCY, "unknown", vec![taken]),
        figure(RETENTION, "a single backup", vec![table]),
        figure(PITR, "no", vec![pitr]),
        figure(POINTS, "none to choose", vec![points]),
    ]
}

const FREQUENCY: &str = "Backup frequency";
const RETENTION: &str = "Retention";
const PITR: &str = "Point-in-time recovery (PITR)";
const POINTS: &str = "Restore points kept";
const SURE: &str = "Guaranteed window";
const BEST: &str = "Best-case window";
const LOSS: &str = "Worst-case loss (RPO)";

/// The figures that tell services apart that are used together.
pub(super) const OF_A_MEMBER: [&str; 3] = [SURE, BEST, LOSS];

fn with_schedule(subject: &Subject, schedule: &Schedule) -> Vec<Figure> {
    vec![
        sure(schedule),
        best(schedule),
        loss(subject, schedule),
        frequency(subject, schedule),
        retention(subject, schedule),
        pitr(subject, schedule),
        points(subject, schedule),
    ]
}

fn sure(schedule: &Schedule) -> Figure {
    let (value, detail) = match schedule.guaranteed_window() {
        none if none.get() == 0 => (
            "no age is sure".to_owned(),
            "There is always a backup, but the next one replaces it.",
        ),
        window => (
            words::hours(window),
            "So far back there surely is a restore point, by our reading: whenever backups happen to run, once the \
             service has run that long, and if none of them failed.",
        ),
    };
    figure(SURE, value, vec![Said::reading(detail)])
}

fn best(schedule: &Schedule) -> Figure {
    let coarsest = schedule
        .tiers()
        .last()
        .map(Tier::interval)
        .unwrap_or_default();
    let detail = format!(
        "Just before the oldest backup disappears. Where between the two windows you stand depends on the time \
         since the newest {} backup.",
        words::interval_adjective(coarsest),
    );
    figure(
        BEST,
        words::hours(schedule.best_case_window()),
        vec![Said::reading(detail)],
    )
}

fn frequency(subject: &Subject, schedule: &Schedule) -> Figure {
    let value = match schedule.tiers() {
        [tier] => words::every(tier.interval()),
        tiers => words::list(&words::adjectives(tiers)),
    };
    let mut details = vec![Said::policy(
        "From the policy’s table.",
        subject.table_clause(),
    )];
    if schedule.mode() == RecoveryMode::Pitr {
        let log = subject.log_name();
        details.push(Said::reading(format!(
            "These are base backups; the {log} fills the time in between."
        )));
    }
    if let [fine, coarse] = schedule.tiers() {
        details.push(Said::reading(format!(
            "The {} backup is one of the {} ones, kept longer.",
            words::interval_adjective(coarse.interval()),
            words::interval_adjective(fine.interval()),
        )));
    }
    figure(FREQUENCY, value, details)
}

fn retention(subject: &Subject, schedule: &Schedule) -> Figure {
    let kept = |tier: &Tier| {
        let length = tier_retention(tier);
        let length = if length.get() == 0 {
            "the latest backup only".to_owned()
        } else {
            words::hours(length)
        };
        if schedule.tiers().len() == 1 {
            return length;
        }
        format!("{length} ({})", words::interval_adjective(tier.interval()))
    };
    let values: Vec<String> = schedule.tiers().iter().map(kept).collect();
    let mut details = vec![Said::policy(
        "From the policy’s table.",
        subject.table_clause(),
    )];
    let readings: Vec<String> = schedule.tiers().iter().map(reading_of).collect();
    let why = match schedule.tiers().last().map(Tier::keep) {
        Some(Keep::Count(count)) if count > 1 => {
            let span = words::hours(schedule.guaranteed_window());
            format!(
                ": {} between them make {span}",
                words::count(count - 1, "interval")
            )
        }
        _ => String::new(),
    };
    details.push(Said::reading(format!(
        "As we read it, {}{why}.",
        words::list(&readings)
    )));
    figure(RETENTION, join(&values, ", "), details)
}

/// How the calculator reads the keep rule of a tier (DESIGN 3).
fn reading_of(tier: &Tier) -> String {
    let step = words::interval_adjective(tier.interval());
    match tier.keep() {
        Keep::Count(1) => format!("one {step} backup is kept until the next one is taken"),
        Keep::Count(count) => format!("the newest {count} {step} backups are kept"),
        Keep::Age(age) => format!(
            "{step} backups are kept until they are {} old",
            words::hours(age)
        ),
    }
}

fn pitr(subject: &Subject, schedule: &Schedule) -> Figure {
    if schedule.mode() == RecoveryMode::Pitr {
        let mut details = facts(subject, Topic::Pitr);
        let log = subject.log_name();
        details.push(Said::reading(format!(
            "From a base backup and the {log} after it, any second can be rebuilt."
        )));
        return figure(PITR, "yes", details);
    }
    let mut details = facts(subject, Topic::NoPitr);
    if details.is_empty() {
        details.push(Said::policy(
            "The policy names backups for this plan, and no point-in-time recovery.",
            subject.table_clause(),
        ));
    }
    figure(PITR, "no", details)
}

fn points(subject: &Subject, schedule: &Schedule) -> Figure {
    let count = schedule.restore_points();
    if schedule.mode() == RecoveryMode::Pitr {
        let log = subject.log_name();
        let detail = format!("With the {log}, any second since the oldest of them.");
        return figure(
            POINTS,
            words::count(count, "base backup"),
            vec![Said::reading(detail)],
        );
    }
    let details = match schedule.tiers() {
        [fine, coarse] => vec![Said::reading(format!(
            "{} {}, and {} more {} ones further back.",
            fine.count(),
            words::interval_adjective(fine.interval()),
            count - fine.count(),
            words::interval_adjective(coarse.interval()),
        ))],
        _ => Vec::new(),
    };
    figure(POINTS, words::count(count, "backup"), details)
}

fn loss(subject: &Subject, schedule: &Schedule) -> Figure {
    if schedule.mode() == RecoveryMode::Pitr {
        let silent = Said::silent(&format!(
            "how late the archived {} may be",
            subject.log_name()
        ));
        return figure(LOSS, "none by schedule", vec![silent]);
    }
    let mut details = vec![Said::reading(
        "What was written after the newest backup is lost.",
    )];
    if let [fine, coarse] = schedule.tiers() {
        details.push(Said::reading(format!(
            "Further back than {}, the gap grows to {}.",
            words::hours(fine.guaranteed_window()),
            words::hours(coarse.interval()),
        )));
    }
    figure(
        LOSS,
        format!("up to {}", words::minutes(schedule.worst_case_loss())),
        details,
    )
}
