//! Report on an incident of a plan with backups: the restore point, the loss and the deadline.

use super::caveats::{Reading, late_log_headline};
use super::{CHECK_BACKUPS, IncidentContext, IncidentReport, IncidentVerdict, advice};
use crate::domain::recovery::{Bounds, Incident, Recoverability, RecoveryOutcome};
use crate::domain::{Minutes, RecoveryMode, Retention, Schedule, Tier, Timestamp};
use crate::report::format;
use crate::report::statement::LabeledValue;

impl IncidentContext<'_> {
    /// Builds the report for a plan with backups that the user can restore.
    pub(super) fn with_backups(&self, schedule: &Schedule) -> IncidentReport {
        let mut incident = self.incident;
        let mut assessed = schedule.assess(&incident);
        let mut doubt = self.power_off_doubt(schedule);
        if let (Recoverability::Impossible, Some(out_of_service)) =
            (&assessed, &self.out_of_service)
        {
            incident.restore_at = out_of_service.time.min;
            assessed = schedule.assess(&incident);
            doubt = doubt.or(Some("Maybe. It depends on the time of the power-off."));
        }
        let reading = Reading::new(&assessed, &schedule.other_reading().assess(&incident));
        let mut report = match assessed {
            Recoverability::Certain(outcome) if doubt.is_none() => {
                self.certain(schedule, &outcome, reading)
            }
            Recoverability::Certain(outcome) | Recoverability::Possible(outcome) => {
                self.possible(schedule, &outcome, doubt)
            }
            Recoverability::Impossible => self.expired(schedule, reading),
            Recoverability::IncidentAfterRestore => self.invalid_times(),
        };
        if self.out_of_service.is_some() {
            report.advice.push(advice(
                "While the service is off, no backup is made or dropped by count.",
            ));
        }
        report
    }

    /// Returns why an answer is not certain while the service is off; `None` if it may be.
    fn power_off_doubt(&self, schedule: &Schedule) -> Option<&'static str> {
        let is_age = |tier: &Tier| matches!(tier.retention(), Retention::Age(_));
        if self.out_of_service?.is_under_review {
            return Some("Maybe. A service that is off for so long may be deleted.");
        }
        let has_age = schedule.tiers().iter().any(is_age);
        has_age.then_some(
            "Maybe. The policy doesn’t state whether backups expire while the service is off.",
        )
    }

    /// Assesses a restore without delay; `None` if the restore is not planned for later than now.
    fn assess_if_restored_now(&self, schedule: &Schedule) -> Option<Recoverability> {
        let now = self
            .time
            .now
            .filter(|now| self.out_of_service.is_none() && *now < self.incident.restore_at)?;
        Some(schedule.assess(&Incident {
            restore_at: now.max(self.incident.at),
            ..self.incident
        }))
    }

    /// Builds the report for backups that are certain to get back.
    fn certain(
        &self,
        schedule: &Schedule,
        outcome: &RecoveryOutcome,
        reading: Reading,
    ) -> IncidentReport {
        let incident = Incident {
            restore_at: self.restore_at,
            ..self.incident
        };
        let verdict = IncidentVerdict::of_schedule(
            schedule,
            &Recoverability::Certain(*outcome),
            reading,
            &incident,
        );
        let is_log_late = verdict != IncidentVerdict::Certain;
        let target = match (schedule.mode(), outcome.restore_point_taken.is_exact()) {
            (RecoveryMode::Pitr, _) => {
                format!("to any second up to {}", self.format(self.incident.at))
            }
            (_, true) => {
                let taken = self.format(outcome.restore_point_taken.min);
                format!("the backup of {taken}")
            }
            (_, false) => format!(
                "a backup taken {} before the incident",
                self.format_upper_bound(outcome.data_loss)
            ),
        };
        let headline = match is_log_late {
            true => late_log_headline(self.log_lag()),
            false => format!("{}. You can restore {target}.", reading.yes()),
        };
        let mut report = self.new_report(verdict, headline);
        if is_log_late {
            report
                .advice
                .push(advice("Restore later, or to an earlier moment."));
        }
        self.add_recovery(&mut report, schedule, outcome, Some(outcome.deadline.min));
        if let Some(Recoverability::Certain(if_now)) = self.assess_if_restored_now(schedule)
            && if_now.data_loss.max < outcome.data_loss.max
        {
            let end = self.format(if_now.deadline.min);
            let text = format!("If you restore before {end}, you can lose less data.");
            report.advice.push(advice(text));
        }
        report
    }

    /// Builds the report for backups that may get back, but are not certain to; `doubt` is why, if it is not the time of day.
    fn possible(
        &self,
        schedule: &Schedule,
        outcome: &RecoveryOutcome,
        doubt: Option<&'static str>,
    ) -> IncidentReport {
        let headline = doubt.unwrap_or(match self.incident.backup_time {
            None => "Maybe. It depends on your backup time.",
            Some(_) => "Maybe. It depends on which days backups ran.",
        });
        let certain_until = match self.assess_if_restored_now(schedule) {
            Some(Recoverability::Certain(if_now)) => Some(if_now.final_deadline.min),
            _ => None,
        };
        let mut report = self.new_report(IncidentVerdict::Possible, headline);
        if doubt.is_none() && self.incident.backup_time.is_none() {
            let times = schedule.deciding_times(&self.incident);
            let labels = ["Yes, if a backup runs", "No, if a backup runs"];
            report
                .details
                .extend(labels.into_iter().zip(times).filter_map(|(label, times)| {
                    let text = match times? {
                        (first, last) if first == last => format!("at {first} UTC"),
                        (first, last) => format!("between {first} and {last} UTC"),
                    };
                    Some(LabeledValue::new(label, text))
                }));
        }
        self.add_recovery(&mut report, schedule, outcome, certain_until);
        report.advice.push(advice(match certain_until {
            Some(_) => "Restore sooner.",
            None => CHECK_BACKUPS,
        }));
        let is_time_missing = self.incident.backup_time.is_none() && !self.is_backup_too_close;
        if is_time_missing && doubt.is_none() {
            report.advice.push(advice(
                "For a definite answer, enter the time of day at which backups ran.",
            ));
        }
        report
    }

    /// Builds the report for backups that are all later than the incident.
    fn expired(&self, schedule: &Schedule, reading: Reading) -> IncidentReport {
        let if_now = match self.assess_if_restored_now(schedule) {
            Some(Recoverability::Certain(outcome)) => {
                Some((Some(outcome.final_deadline.min), outcome))
            }
            Some(Recoverability::Possible(outcome)) => Some((None, outcome)),
            _ => None,
        };
        let headline = match (reading, if_now) {
            (Reading::Disputed, _) => {
                "Maybe. By one interpretation of the policy, all backups from before the incident have expired. By \
                 another, the oldest still exists."
            }
            (_, None) => "No. All backups from before the incident have expired.",
            (_, Some(_)) => "No. By then, all backups from before the incident have expired.",
        };
        let impossible = Recoverability::Impossible;
        let verdict = IncidentVerdict::of_schedule(schedule, &impossible, reading, &self.incident);
        let mut report = self.new_report(verdict, headline);
        if let Some((certain_until, outcome)) = if_now {
            self.add_deadline(&mut report, certain_until, outcome.final_deadline.max);
            report.advice.push(advice("Restore sooner."));
        }
        if report.lead.is_none() {
            report.lead = self.oldest_backup(schedule);
        }
        self.add_alternatives(&mut report);
        report
    }

    /// Returns the time of the oldest backup at the restore; `None` if there is none.
    fn oldest_backup(&self, schedule: &Schedule) -> Option<LabeledValue> {
        let restore_at = self.incident.restore_at;
        let restore_points = schedule.restore_points_at(restore_at, self.incident.backup_time);
        let age = restore_points.last()?.age;
        let taken = Bounds {
            min: restore_at - age.max,
            max: restore_at - age.min,
        };
        let text = self.time.format_bounds(taken);
        Some(LabeledValue::new("Oldest backup", text))
    }

    /// Adds restore point, loss, deadline and retention of an outcome. `certain_until` is the time until which the
    /// restore is certain to succeed; `None` if it is not certain.
    fn add_recovery(
        &self,
        report: &mut IncidentReport,
        schedule: &Schedule,
        outcome: &RecoveryOutcome,
        certain_until: Option<Timestamp>,
    ) {
        self.add_caveats(report, schedule);
        let taken = outcome.restore_point_taken;
        let (restore_point, loss) = match schedule.mode() {
            RecoveryMode::Pitr => {
                let lag = self
                    .log_lag()
                    .unwrap_or("Not stated: how far the archive can lag");
                ("Base backup", format!("Log lag only. {lag}"))
            }
            RecoveryMode::Basic => ("Restore point", self.format_loss(outcome.data_loss)),
        };
        report.details.extend([
            LabeledValue::new(restore_point, self.time.format_bounds(taken)),
            LabeledValue::new("Data loss", loss),
        ]);
        if schedule.mode() == RecoveryMode::Pitr {
            let target = self.recovery_target_time();
            report
                .details
                .push(LabeledValue::new("Recovery target time", target));
        }
        self.add_deadline(report, certain_until, outcome.deadline.max);
        if outcome.final_deadline != outcome.deadline && self.out_of_service.is_none() {
            if let Some(time_left) = &mut report.time_left {
                time_left.label = "Time left for the least data loss: ";
            }
            let coarsest = schedule.tiers().last();
            let interval = coarsest.map(|tier| format::interval_adjective(tier.interval()));
            report.details.push(LabeledValue::new(
                "Older backup",
                format!(
                    "a {} backup is available until {}",
                    interval.unwrap_or_default(),
                    self.format(outcome.final_deadline.min)
                ),
            ));
        }
        let retention = retention_text(schedule, outcome);
        report
            .details
            .push(LabeledValue::new("Retention rule", retention));
    }

    /// Formats a span of durations, such as "less than 24 hours" or "3 hours to 4 hours". The greatest duration is a full minute,
    /// so that the limit is a minute more.
    fn format_upper_bound(&self, bounds: Bounds<Minutes>) -> String {
        let limit = Minutes::new(bounds.max.get() + 1);
        let limit = self.time.format_duration(limit);
        match bounds.min.get() {
            0 => format!("less than {limit}"),
            _ => format!("{} to {limit}", self.time.format_duration(bounds.min)),
        }
    }

    /// Formats a data loss, such as "less than 24 hours of changes".
    fn format_loss(&self, loss: Bounds<Minutes>) -> String {
        let duration = match loss.is_exact() {
            true if loss.min.get() > 0 => self.time.format_duration(loss.min),
            _ => self.format_upper_bound(loss),
        };
        format!("{duration} of changes")
    }
}

/// Returns the retention rule of the restore point. A backup that belongs to a coarser tier, too, is kept longer.
fn retention_text(schedule: &Schedule, outcome: &RecoveryOutcome) -> String {
    let tiers = schedule.tiers();
    let tier_index = outcome.tier_index;
    let (Some(finest), Some(coarsest)) = (tiers.get(tier_index.min), tiers.get(tier_index.max))
    else {
        return String::new();
    };
    let rule = format::retention_rule(finest);
    if tier_index.is_exact() {
        rule
    } else {
        format!(
            "{rule}; the {} ones longer",
            format::interval_adjective(coarsest.interval())
        )
    }
}
