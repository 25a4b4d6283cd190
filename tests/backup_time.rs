//! The time of day of the backups: when it decides an answer.

mod fixtures;

use backup_calculator::domain::recovery::{Incident, Recoverability};
use backup_calculator::domain::time::TimeOfDay;
use backup_calculator::domain::{Minutes, RecoveryMode, Schedule, Timestamp};
use fixtures::{proptest_config, tier};
use proptest::prelude::*;

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

proptest! {
    #![proptest_config(proptest_config(300))]

    #[test]
    fn the_times_that_decide_an_incident_are_those_of_the_core(
        interval in prop::sample::select(vec![1_u32, 2, 12, 24]),
        copies in 1..20_u32,
        by_age in any::<bool>(),
        minute in 0..1440_u32,
        excess in 0..1500_u32,
    ) {
        let schedule = Schedule::new(RecoveryMode::Basic, vec![tier(interval, copies, by_age)]).unwrap();
        let at = "2026-11-20T00:00Z".parse::<Timestamp>().unwrap() + Minutes::new(minute);
        let restore_at = at + schedule.guaranteed_window().to_minutes() + Minutes::new(excess % (interval * 60 + 9));
        let incident = |backup_time| Incident { at, restore_at, backup_time };
        let unknown = schedule.assess(&incident(None));
        let spans = schedule.deciding_times(&incident(None));
        prop_assert!(spans == [None, None] || matches!(unknown, Recoverability::Possible(_)));
        for backup_minute in 0..1440 {
            let time = TimeOfDay::from_minutes(backup_minute);
            let verdict = schedule.assess(&incident(time));
            // Backups run at this time and every interval before and after it.
            let is_in = |span: Option<(TimeOfDay, TimeOfDay)>| span.is_some_and(|(first, last)| {
                let length = (last.to_minutes() + 1440 - first.to_minutes()) % 1440;
                (0..24 / interval).any(|index| {
                    (backup_minute + index * interval * 60 + 1440 - first.to_minutes()) % 1440 <= length
                })
            });
            if matches!(unknown, Recoverability::Possible(_)) {
                prop_assert_eq!(is_in(spans[0]), verdict.is_certain(), "{:?} {:?}", time, spans);
                prop_assert_eq!(is_in(spans[1]), verdict == Recoverability::Impossible, "{:?} {:?}", time, spans);
            }
        }
    }
}
