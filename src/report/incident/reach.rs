//! What the backups give for an incident: the restore point, the loss, and until when to act.

use super::{Answer, Asked, IncidentReport, Marks, advice, said};
use crate::domain::probe::{Incident, Reach, Span, Verdict};
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
                        "Yes, for certain: back to a backup taken {} before the incident.",
                        self.within(reach.loss)
                    ),
                };
                let said = said(Answer::Certain, headline);
                let sure = reach.act_before.from;
                let mut report = self.reached(schedule, said, &reach, Some(sure));
                if let Some(Verdict::Certain(sooner)) = self.sooner(schedule)
                    && sooner.loss.to < reach.loss.to
                {
                    let end = self.words(sooner.act_before.from);
                    let text = format!("A restore before {end} may lose less.");
                    report.advice.push(advice(text));
                }
                report
            }
            Verdict::Possible(reach) => self.perhaps(schedule, &reach),
            Verdict::Impossible => self.gone(schedule),
            Verdict::NotYet => self.not_yet(),
        }
    }

    /// What a restore without delay would give, where a later one is planned.
    fn sooner(&self, schedule: &Schedule) -> Option<Verdict> {
        let now = self.clock.now.filter(|now| *now < self.incident.restore)?;
        Some(schedule.probe(&Incident {
            restore: now.max(self.incident.at),
            ..self.incident
        }))
    }

    fn perhaps(&self, schedule: &Schedule, reach: &Reach) -> IncidentReport {
        let headline = match self.incident.hour {
            None => "Perhaps: it depends on the time of day at which backups run.",
            Some(_) => "Perhaps: it depends on the days on which backups run.",
        };
        let sure = match self.sooner(schedule) {
            Some(Verdict::Certain(sooner)) => Some(sooner.last_chance.from),
            _ => None,
        };
        let mut report = self.reached(schedule, said(Answer::Possible, headline), reach, sure);
        report.advice.push(advice(match sure {
            Some(_) => "Do not wait that long.",
            None => "Do not wait: look which backups there are.",
        }));
        if self.incident.hour.is_none() {
            report.advice.push(advice(
                "For a certain answer enter the time of day of the backups: the platform calls it backup_hour and backup_minute.",
            ));
        }
        report
    }

    fn gone(&self, schedule: &Schedule) -> IncidentReport {
        let sooner = match self.sooner(schedule) {
            Some(Verdict::Certain(reach)) => Some((Some(reach.last_chance.from), reach)),
            Some(Verdict::Possible(reach)) => Some((None, reach)),
            _ => None,
        };
        let mut report = said(
            Answer::Impossible,
            match sooner {
                None => "No: every backup from before the incident is gone.",
                Some(_) => "No: by then every backup from before the incident is gone.",
            },
        );
        if let Some((sure, reach)) = sooner {
            self.act(&mut report, sure, reach.last_chance.to);
            report.advice.push(advice("Do not wait that long."));
        }
        let restore = self.incident.restore;
        let listed = schedule.listed(restore, self.incident.hour);
        report.facts.extend(listed.last().map(|oldest| {
            let taken = Span {
                from: restore.back(oldest.age.to),
                to: restore.back(oldest.age.from),
            };
            ("Oldest backup", self.clock.between(taken))
        }));
        self.otherwise(&mut report);
        report
    }

    fn reached(
        &self,
        schedule: &Schedule,
        mut report: IncidentReport,
        reach: &Reach,
        sure: Option<Moment>,
    ) -> IncidentReport {
        let pitr = schedule.mode() == RecoveryMode::Pitr;
        let base = if pitr {
            "Base backup it starts from"
        } else {
            "Restore point"
        };
        report.facts.push((base, self.clock.between(reach.point)));
        report.facts.push((
            "Lost from before the incident",
            match pitr {
                true => "nothing, though the policy does not say how late the archived log may be"
                    .to_owned(),
                false => self.lost(reach.loss),
            },
        ));
        self.act(&mut report, sure, reach.act_before.to);
        if reach.last_chance != reach.act_before {
            report.left = report
                .left
                .map(|(_, left)| ("Left to act for the least loss: ", left));
            let coarsest = schedule.tiers().last();
            let interval = coarsest.map(|tier| words::interval_adjective(tier.interval()));
            report.facts.push((
                "Last chance",
                format!(
                    "a {} backup surely remains until {}",
                    interval.unwrap_or_default(),
                    self.words(reach.last_chance.from)
                ),
            ));
        }
        report
            .facts
            .push(("Kept by the rule", keeper(schedule, reach)));
        if !pitr && reach.loss.to.get() == 0 {
            report.advice.push(advice(
                "This backup is from the very minute of the incident: check whether the damage is in it already.",
            ));
        }
        let age = |moment| self.incident.restore.since(moment).unwrap_or_default();
        report.marks = Some(Marks {
            at: Minutes::default(),
            point: Some((age(reach.point.to), age(reach.point.from))),
        });
        report
    }

    /// Until when to act: to be sure, where one can still be, and at the latest.
    fn act(&self, report: &mut IncidentReport, sure: Option<Moment>, latest: Moment) {
        let end = self.words(latest);
        report.left = sure.and_then(|sure| self.left(sure));
        report.act_before = sure.filter(|_| report.left.is_some());
        report.facts.push(match sure {
            Some(sure) if sure == latest => ("Act before", end),
            Some(sure) => (
                "Act before",
                format!(
                    "{} to be sure; the backup is gone by {end} at the latest",
                    self.words(sure)
                ),
            ),
            None => (
                "Act now",
                format!("it may disappear at any minute, and is gone by {end} at the latest"),
            ),
        });
    }

    /// Time from now until then; a deadline of a restore that is planned for later counts from now too.
    fn left(&self, deadline: Moment) -> Option<(&'static str, String)> {
        let left = deadline.since(self.clock.now?)?;
        (left.get() > 0).then(|| ("Left to act: ", self.clock.duration(left)))
    }

    /// "less than 24 hours", "3 hours to 4 hours": a span of minutes, of which the last is not over.
    fn within(&self, loss: Span<Minutes>) -> String {
        let end = self.clock.duration(Minutes::new(loss.to.get() + 1));
        match loss.from.get() {
            0 => format!("less than {end}"),
            _ => format!("{} to {end}", self.clock.duration(loss.from)),
        }
    }

    fn lost(&self, loss: Span<Minutes>) -> String {
        let length = match loss.is_exact() {
            true if loss.from.get() > 0 => self.clock.duration(loss.from),
            _ => self.within(loss),
        };
        format!("{length} of changes")
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
            "{}; the {} ones longer",
            words::rule(sure),
            words::interval_adjective(best.interval())
        ),
    }
}
