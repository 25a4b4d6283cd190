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
        if self.out_of_service.is_some() {
            return;
        }
        report.time_left = certain_until.and_then(|deadline| self.time_left(deadline));
        report.deadline = certain_until.filter(|_| report.time_left.is_some());
        let certain_until = certain_until.map(|deadline| self.format(deadline));
        let [restore_before, expires] = deadline_rows(certain_until, self.format(latest));
        report.lead = restore_before;
        report.details.extend(expires);
    }

    /// Returns the time from now to a deadline, even if the restore is planned for later; `None` if the deadline has passed or the
    /// current time is unknown.
    fn time_left(&self, deadline: Timestamp) -> Option<LabeledValue> {
        let remaining = deadline.checked_duration_since(self.time.now?)?;
        (remaining.get() > 0)
            .then(|| LabeledValue::new("Time left: ", self.time.format_duration(remaining)))
    }
}

/// Returns the rows on the deadline and, if it is earlier, on the expiry of the backup: `certain_until` is the time until which the restore
/// is certain to succeed, `None` if it is not certain; by `latest` a backup that it needs has expired.
pub(in crate::report) fn deadline_rows(
    certain_until: Option<String>,
    latest: String,
) -> [Option<LabeledValue>; 2] {
    let Some(deadline) = certain_until else {
        let text = format!("The backup can expire at any minute, and by {latest} at the latest");
        return [Some(LabeledValue::new("Restore now", text)), None];
    };
    let expires = (deadline != latest)
        .then(|| LabeledValue::new("Backup expires", format!("by {latest} at the latest")));
    [Some(LabeledValue::new("Restore before", deadline)), expires]
}
