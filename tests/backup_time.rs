//! The time of day of the backups: when it decides an answer.

mod fixtures;

use backup_calculator::domain::recovery::Incident;
use backup_calculator::domain::{RecoveryMode, Schedule};
use fixtures::tier;

/// A backup of 02:30 that started just before the incident may not have been complete.
#[test]
fn a_backup_close_before_the_incident_is_not_counted_on() {
    let restore_at = "2026-12-05T12:00Z".parse().unwrap();
    let schedule = Schedule::new(RecoveryMode::Pitr, vec![tier(24, 15, false)]).unwrap();
    for (at, is_used) in [
        ("2026-11-21T02:30Z", false),
        ("2026-11-21T02:31Z", false),
        ("2026-11-21T08:29Z", false),
        ("2026-11-21T08:30Z", true),
        ("2026-11-21T02:29Z", true),
    ] {
        let known = Incident {
            at: at.parse().unwrap(),
            restore_at,
            backup_time: "02:30".parse().ok(),
        };
        let unknown = Incident {
            backup_time: None,
            ..known
        };
        assert_eq!(schedule.uses_backup_time(&known), is_used, "{at}");
        let is_sharper = schedule.assess(&known) != schedule.assess(&unknown);
        assert_eq!(is_sharper, is_used, "{at}");
    }
}
