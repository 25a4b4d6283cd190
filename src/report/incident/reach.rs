//! What the backups give for an incident: the restore point, the loss, and until when to act.

use super::{Answer, Asked, IncidentReport, Marks, advice, said};
use crate::domain::probe::{Reach, Span, Verdict};
use crate::domain::{Minutes, Moment, RecoveryMode, Schedule};
use crate::report::words;

impl Asked<'_> {
    pub(super) fn probed(&self, schedule: &Schedule) -> IncidentReport {
        match schedule.probe(&self.incident) {
            Verdict::Certain(reach) => {
                let headline = match (schedule.mode(), reach.point.is_exact()) {
                    (RecoveryMode::Pitr, _) => format!(
                        "Yes, for certain: back to any second up to {}.",
                        self.words(self.incident.at)
                    ),
                    (_, true) => format!(
                        "Yes, for certain: back to the backup of {}.",
                        self.words(reach.point.from)
                    ),
                    (_, false) => format!(
                        "Yes, for certain: back to a backup taken {} before it.",
                        within(reach.loss)
                    ),
                };
                self.reached(schedule, said(Answer::Certain, headline), &reach)
            }
            Verdict::Possible(reach) => {
                let headline = match self.incident.hour {
                    None => "Perhaps: it depends on the time of day at which backups run.",
                    Some(_) => "Perhaps: it depends on the days on which backups run.",
                };
                let mut report = self.reached(schedule, said(Answer::Possible, headline), &reach);
                if self.incident.hour.is_none() {
                    report.advice.push(advice(
                        "Act now, and enter the time of day of the backups for a certain answer: the platform calls it backup_hour and backup_minute.",
                    ));
                }
                report
            }
            Verdict::Impossible => self.gone(schedule),
            Verdict::NotYet => self.not_yet(),
        }
    }

    fn gone(&self, schedule: &Schedule) -> IncidentReport {
        let mut report = said(
            Answer::Impossible,
            "No: every backup from before it is gone.",
        );
        let oldest = self
            .incident
            .restore
            .back(schedule.best_case_window().minutes());
        report.facts.push((
            "Furthest back by then",
            format!("after {} at best", self.words(oldest)),
        ));
        self.otherwise(&mut report);
        report
    }

    fn reached(
        &self,
        schedule: &Schedule,
        mut report: IncidentReport,
        reach: &Reach,
    ) -> IncidentReport {
        let pitr = schedule.mode() == RecoveryMode::Pitr;
        let base = if pitr {
            "Base backup it starts from"
        } else {
            "Restore point"
        };
        let mut facts = vec![(base, self.between(reach.point))];
        facts.push((
            "Lost from before the incident",
            match pitr {
                true => {
                    "nothing by schedule; how late the archived log may be, the policy does not say"
                        .to_owned()
                }
                false => lost(reach.loss),
            },
        ));
        facts.push(("Act before", self.deadline(reach.act_before)));
        if reach.last_chance != reach.act_before {
            facts.push((
                "Last chance",
                format!(
                    "an older backup remains until {}",
                    self.words(reach.last_chance.from)
                ),
            ));
        }
        facts.push(("Kept by", keeper(schedule, reach)));
        report.facts = facts;
        report.left = self.left(reach.act_before.from);
        let age = |moment| self.incident.restore.since(moment).unwrap_or_default();
        report.marks = Some(Marks {
            at: Minutes::default(),
            point: Some((age(reach.point.to), age(reach.point.from))),
        });
        report
    }

    fn between(&self, span: Span<Moment>) -> String {
        match span.is_exact() {
            true => self.words(span.from),
            false => format!(
                "between {} and {}",
                self.words(span.from),
                self.words(span.to)
            ),
        }
    }

    fn deadline(&self, span: Span<Moment>) -> String {
        match span.is_exact() {
            true => self.words(span.from),
            false => format!(
                "{} to be sure; it is gone by {} at the latest",
                self.words(span.from),
                self.words(span.to)
            ),
        }
    }

    /// Time from now until then; a deadline of a restore that is planned for later counts from now too.
    fn left(&self, deadline: Moment) -> Option<String> {
        let left = deadline.since(self.clock.now?)?;
        (left.get() > 0).then(|| words::duration(left))
    }
}

/// "less than 24 hours", "exactly 3 hours 12 minutes": a span of minutes, of which the last is not over.
fn within(loss: Span<Minutes>) -> String {
    let end = words::duration(Minutes::new(loss.to.get() + 1));
    match loss.from.get() {
        0 => format!("less than {end}"),
        _ => format!("{} to {end}", words::duration(loss.from)),
    }
}

fn lost(loss: Span<Minutes>) -> String {
    match loss.is_exact() {
        true if loss.from.get() == 0 => "less than a minute".to_owned(),
        true => format!(
            "what was written in the {} before it",
            words::duration(loss.from)
        ),
        false => format!("what was written since that backup: {}", within(loss)),
    }
}

/// The rule that keeps the restore point; a backup that counts for a coarser tier too is kept longer.
fn keeper(schedule: &Schedule, reach: &Reach) -> String {
    let tiers = schedule.tiers();
    let (Some(sure), Some(best)) = (tiers.get(reach.tier.from), tiers.get(reach.tier.to)) else {
        return String::new();
    };
    match reach.tier.is_exact() {
        true => words::rule(sure),
        false => format!(
            "{}; longer, if it is one of the {} ones too",
            words::rule(sure),
            words::interval_adjective(best.interval())
        ),
    }
}
