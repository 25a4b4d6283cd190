//! What the backups give for an incident: the restore point, the loss, and until when to act.

use super::{IncidentContext, IncidentReport, IncidentVerdict, advice};
use crate::domain::recovery::{Bounds, Incident, Recoverability, RecoveryOutcome};
use crate::domain::{Minutes, RecoveryMode, Schedule, Timestamp};
use crate::report::format;

impl IncidentContext<'_> {
    pub(super) fn from_schedule(&self, schedule: &Schedule) -> IncidentReport {
        match schedule.assess(&self.incident) {
            Recoverability::Certain(reach) => {
                let headline = match (schedule.mode(), reach.restore_point_taken.is_exact()) {
                    (RecoveryMode::Pitr, _) => format!(
                        "Yes, for certain: back to any second up to {}.",
                        self.format(self.incident.at)
                    ),
                    (_, true) => format!(
                        "Yes, for certain: back to the backup of {}.",
                        self.format(reach.restore_point_taken.min)
                    ),
                    (_, false) => format!(
                        "Yes, for certain: back to a backup taken {} before the incident.",
                        self.format_upper_bound(reach.data_loss)
                    ),
                };
                let report = self.new_report(IncidentVerdict::Certain, headline);
                let sure = reach.deadline.min;
                let mut report = self.recoverable(schedule, report, &reach, Some(sure));
                if let Some(Recoverability::Certain(sooner)) = self.assess_if_restored_now(schedule)
                    && sooner.data_loss.max < reach.data_loss.max
                {
                    let end = self.format(sooner.deadline.min);
                    let text = format!("A restore before {end} may lose less.");
                    report.advice.push(advice(text));
                }
                report
            }
            Recoverability::Possible(reach) => self.maybe_recoverable(schedule, &reach),
            Recoverability::Impossible => self.expired(schedule),
            Recoverability::IncidentAfterRestore => self.invalid_times(),
        }
    }

    /// What a restore without delay would give, where a later one is planned.
    fn assess_if_restored_now(&self, schedule: &Schedule) -> Option<Recoverability> {
        let now = self
            .time
            .now
            .filter(|now| *now < self.incident.restore_at)?;
        Some(schedule.assess(&Incident {
            restore_at: now.max(self.incident.at),
            ..self.incident
        }))
    }

    fn maybe_recoverable(&self, schedule: &Schedule, reach: &RecoveryOutcome) -> IncidentReport {
        let headline = match self.incident.backup_time {
            None => "Perhaps: it depends on the time of day at which backups run.",
            Some(_) => "Perhaps: it depends on the days on which backups run.",
        };
        let sure = match self.assess_if_restored_now(schedule) {
            Some(Recoverability::Certain(sooner)) => Some(sooner.final_deadline.min),
            _ => None,
        };
        let mut report = self.recoverable(
            schedule,
            self.new_report(IncidentVerdict::Possible, headline),
            reach,
            sure,
        );
        report.advice.push(advice(match sure {
            Some(_) => "Do not wait that long.",
            None => "Do not wait: look which backups there are.",
        }));
        if self.incident.backup_time.is_none() {
            report.advice.push(advice(
                "For a certain answer enter the time of day of the backups: the platform calls it backup_hour and backup_minute.",
            ));
        }
        report
    }

    fn expired(&self, schedule: &Schedule) -> IncidentReport {
        let sooner = match self.assess_if_restored_now(schedule) {
            Some(Recoverability::Certain(reach)) => Some((Some(reach.final_deadline.min), reach)),
            Some(Recoverability::Possible(reach)) => Some((None, reach)),
            _ => None,
        };
        let mut report = self.new_report(
            IncidentVerdict::Impossible,
            match sooner {
                None => "No: every backup from before the incident is gone.",
                Some(_) => "No: by then every backup from before the incident is gone.",
            },
        );
        if let Some((sure, reach)) = sooner {
            self.add_deadline(&mut report, sure, reach.final_deadline.max);
            report.advice.push(advice("Do not wait that long."));
        }
        let restore = self.incident.restore_at;
        let listed = schedule.restore_points_at(restore, self.incident.backup_time);
        report.details.extend(listed.last().map(|oldest| {
            let taken = Bounds {
                min: restore - oldest.age.max,
                max: restore - oldest.age.min,
            };
            ("Oldest backup", self.time.format_bounds(taken))
        }));
        self.add_alternatives(&mut report);
        report
    }

    fn recoverable(
        &self,
        schedule: &Schedule,
        mut report: IncidentReport,
        reach: &RecoveryOutcome,
        sure: Option<Timestamp>,
    ) -> IncidentReport {
        let pitr = schedule.mode() == RecoveryMode::Pitr;
        let base = if pitr {
            "Base backup it starts from"
        } else {
            "Restore point"
        };
        report
            .details
            .push((base, self.time.format_bounds(reach.restore_point_taken)));
        report.details.push((
            "Lost from before the incident",
            match pitr {
                true => "nothing, though the policy does not say how late the archived log may be"
                    .to_owned(),
                false => self.format_loss(reach.data_loss),
            },
        ));
        self.add_deadline(&mut report, sure, reach.deadline.max);
        if reach.final_deadline != reach.deadline {
            report.time_left = report
                .time_left
                .map(|(_, left)| ("Left to act for the least loss: ", left));
            let coarsest = schedule.tiers().last();
            let interval = coarsest.map(|tier| format::interval_adjective(tier.interval()));
            report.details.push((
                "Last chance",
                format!(
                    "a {} backup surely remains until {}",
                    interval.unwrap_or_default(),
                    self.format(reach.final_deadline.min)
                ),
            ));
        }
        report
            .details
            .push(("Kept by the rule", retention_text(schedule, reach)));
        if !pitr && reach.data_loss.max.get() == 0 {
            report.advice.push(advice(
                "This backup is from the very minute of the incident: check whether the damage is in it already.",
            ));
        }
        let taken = reach.restore_point_taken;
        report.markers = self.markers(self.age(taken.max).zip(self.age(taken.min)));
        report
    }

    /// Until when to act: to be sure, where one can still be, and at the latest.
    fn add_deadline(
        &self,
        report: &mut IncidentReport,
        sure: Option<Timestamp>,
        latest: Timestamp,
    ) {
        let end = self.format(latest);
        report.time_left = sure.and_then(|sure| self.time_left(sure));
        report.deadline = sure.filter(|_| report.time_left.is_some());
        report.details.push(match sure {
            Some(sure) if sure == latest => ("Act before", end),
            Some(sure) => (
                "Act before",
                format!(
                    "{} to be sure; the backup is gone by {end} at the latest",
                    self.format(sure)
                ),
            ),
            None => (
                "Act now",
                format!("it may disappear at any minute, and is gone by {end} at the latest"),
            ),
        });
    }

    /// Time from now until then; a deadline of a restore that is planned for later counts from now too.
    fn time_left(&self, deadline: Timestamp) -> Option<(&'static str, String)> {
        let left = deadline.checked_duration_since(self.time.now?)?;
        (left.get() > 0).then(|| ("Left to act: ", self.time.format_duration(left)))
    }

    /// "less than 24 hours", "3 hours to 4 hours": a span of minutes, of which the last is not over.
    fn format_upper_bound(&self, loss: Bounds<Minutes>) -> String {
        let end = self.time.format_duration(Minutes::new(loss.max.get() + 1));
        match loss.min.get() {
            0 => format!("less than {end}"),
            _ => format!("{} to {end}", self.time.format_duration(loss.min)),
        }
    }

    fn format_loss(&self, loss: Bounds<Minutes>) -> String {
        let length = match loss.is_exact() {
            true if loss.min.get() > 0 => self.time.format_duration(loss.min),
            _ => self.format_upper_bound(loss),
        };
        format!("{length} of changes")
    }
}

/// The rule that keeps the restore point; a backup that counts for a coarser tier too is kept longer.
fn retention_text(schedule: &Schedule, reach: &RecoveryOutcome) -> String {
    let tiers = schedule.tiers();
    let (Some(sure), Some(best)) = (
        tiers.get(reach.tier_index.min),
        tiers.get(reach.tier_index.max),
    ) else {
        return String::new();
    };
    match reach.tier_index.is_exact() {
        true => format::retention_rule(sure),
        false => format!(
            "{}; the {} ones longer",
            format::retention_rule(sure),
            format::interval_adjective(best.interval())
        ),
    }
}
