//! The figures of an answer: frequency, retention, PITR, restore points, windows and the worst-case loss.

use super::{Figure, Said, Subject, words};
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
    };
    let all = subject.policy.facts.iter().chain(&subject.service.facts);
    all.filter(holds)
        .filter_map(|fact| {
            Some(Said::policy(
                &fact.text,
                subject.policy.clause(&fact.clause)?.clone(),
            ))
        })
        .collect()
}

fn without_backups(subject: &Subject) -> Vec<Figure> {
    let table = || {
        vec![Said::policy(
            "The policy’s table says so.",
            subject.table_clause(),
        )]
    };
    vec![
        figure(FREQUENCY, "no backups", table()),
        figure(RETENTION, "nothing is kept", Vec::new()),
        figure(
            PITR,
            "no",
            vec![Said::reading("There is no backup to start from.")],
        ),
        figure(
            LOSS,
            "no limit",
            vec![Said::reading(
                "What the service itself loses, no backup brings back.",
            )],
        ),
    ]
}

fn recovery_only(subject: &Subject) -> Vec<Figure> {
    let table = Said::policy("The policy’s table says so.", subject.table_clause());
    vec![
        figure(
            FREQUENCY,
            "unknown",
            vec![Said::silent(
                "when the backup is taken and how old it may be",
            )],
        ),
        figure(RETENTION, "a single backup", vec![table]),
        figure(
            PITR,
            "no",
            vec![Said::reading(
                "The single backup serves disaster recovery only.",
            )],
        ),
        figure(
            POINTS,
            "none to choose",
            vec![Said::reading("The platform restores it; you cannot.")],
        ),
        figure(
            LOSS,
            "unknown",
            vec![Said::silent("how much the platform’s recovery may lose")],
        ),
    ]
}

const FREQUENCY: &str = "Backup frequency";
const RETENTION: &str = "Retention";
const PITR: &str = "Point-in-time recovery (PITR)";
const POINTS: &str = "Restore points kept";
const SURE: &str = "Guaranteed window";
const BEST: &str = "Best-case window";
const LOSS: &str = "Worst-case loss (RPO)";

fn with_schedule(subject: &Subject, schedule: &Schedule) -> Vec<Figure> {
    vec![
        frequency(subject, schedule),
        retention(subject, schedule),
        pitr(subject, schedule),
        points(schedule),
        figure(
            SURE,
            words::hours(schedule.guaranteed_window()),
            vec![Said::reading(match schedule.guaranteed_window().get() {
                0 => "With one backup kept, no age is sure: the next backup replaces it.",
                _ => "So far back there surely is a restore point, whenever backups happen to run.",
            })],
        ),
        figure(
            BEST,
            words::hours(schedule.best_case_window()),
            vec![Said::reading(format!(
                "Just before the oldest backup disappears. Where between the two you stand depends on the \
                 time since the newest {} backup.",
                words::interval_adjective(
                    schedule
                        .tiers()
                        .last()
                        .map(Tier::interval)
                        .unwrap_or_default()
                ),
            ))],
        ),
        loss(schedule),
    ]
}

fn frequency(subject: &Subject, schedule: &Schedule) -> Figure {
    let value = match schedule.tiers() {
        [tier] => words::every(tier.interval()),
        tiers => words::list(
            &tiers
                .iter()
                .map(|tier| words::interval_adjective(tier.interval()))
                .collect::<Vec<_>>(),
        ),
    };
    let mut details = vec![Said::policy(
        "From the policy’s table.",
        subject.table_clause(),
    )];
    if schedule.mode() == RecoveryMode::Pitr {
        let log = subject.service.log_name.as_deref().unwrap_or("log");
        details.push(Said::reading(format!(
            "These are base backups; the {log} fills the time in between."
        )));
    }
    if schedule.tiers().len() > 1 {
        details.push(Said::reading(
            "A coarser backup is one of the finer ones, kept longer.",
        ));
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
        format!("{length} {}", words::interval_adjective(tier.interval()))
    };
    let values: Vec<String> = schedule.tiers().iter().map(kept).collect();
    let mut details = vec![Said::policy(
        "From the policy’s table.",
        subject.table_clause(),
    )];
    let readings: Vec<String> = schedule.tiers().iter().map(reading_of).collect();
    let source = match schedule.tiers().last().map(Tier::keep) {
        Some(Keep::Count(1)) | None => "".to_owned(),
        Some(Keep::Count(_)) => format!(
            ": the platform’s plan data counts one more than the intervals in {}",
            words::hours(schedule.guaranteed_window()),
        ),
        Some(Keep::Age(_)) => ": the platform’s plan data speaks of an oldest age".to_owned(),
    };
    details.push(Said::reading(format!(
        "As we read it, {}{source}.",
        words::list(&readings)
    )));
    figure(RETENTION, values.join(", "), details)
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
        return figure(PITR, "yes", facts(subject, Topic::Pitr));
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

fn points(schedule: &Schedule) -> Figure {
    let count = schedule.restore_points();
    if schedule.mode() == RecoveryMode::Pitr {
        let detail = "Any second between them is a restore point too.";
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

fn loss(schedule: &Schedule) -> Figure {
    if schedule.mode() == RecoveryMode::Pitr {
        return figure(
            LOSS,
            "none",
            vec![Said::silent("how late the archived log may be")],
        );
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
