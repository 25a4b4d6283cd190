//! The time until which a restore must be done.

use super::{IncidentContext, IncidentReport};
use crate::domain::Timestamp;
use crate::report::statement::LabeledValue;

impl IncidentContext<'_> {
    /// Adds the deadline: `certain_until` is the time until which the restore is certain to succeed, `None` if it is not certain;
    /// `latest` is the time at which the backup is gone for certain.
    pub(super) fn add_deadline(
        &self,
        report: &mut IncidentReport,
        certain_until: Option<Timestamp>,
        latest: Timestamp,
    ) {
        // While the service is off, no rule by count drops a backup.
        if self.powered_off.is_some() {
            return;
        }
        report.time_left = certain_until.and_then(|deadline| self.time_left(deadline));
        report.deadline = certain_until.filter(|_| report.time_left.is_some());
        let end = self.format(latest);
        report.details.push(match certain_until {
            Some(deadline) if deadline == latest => LabeledValue::new("Act before", end),
            Some(deadline) => LabeledValue::new(
                "Act before",
                format!(
                    "{} to be sure; the backup is gone by {end} at the latest",
                    self.format(deadline)
                ),
            ),
            None => LabeledValue::new(
                "Act now",
                format!("it may disappear at any minute, and is gone by {end} at the latest"),
            ),
        });
    }

    /// Returns the time from now to a deadline, even if the restore is planned for later; `None` if the deadline has passed or the
    /// current time is unknown.
    fn time_left(&self, deadline: Timestamp) -> Option<LabeledValue> {
        let remaining = deadline.checked_duration_since(self.time.now?)?;
        (remaining.get() > 0)
            .then(|| LabeledValue::new("Left to act: ", self.time.format_duration(remaining)))
    }
}
