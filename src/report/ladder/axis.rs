//! The time axis of a ladder.

use crate::domain::{Hours, Minutes, Timestamp};
use crate::report::format;
use crate::report::time_context::TimeContext;

/// A tick of the axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tick {
    /// Age at the tick.
    pub age: Minutes,
    /// Label of the tick, such as "now", "21 Nov" or "7 d".
    pub label: String,
}

/// Returns ticks at the restore and at multiples of the widest round interval that fits twice. With the time of the restore, and an
/// interval of days, they are the days of a calendar, each where it begins; otherwise ages.
pub(super) fn ticks(horizon: Hours, restore_at: Option<Timestamp>, time: TimeContext) -> Vec<Tick> {
    const INTERVALS: [u32; 11] = [8760, 2160, 720, 240, 120, 48, 24, 12, 6, 3, 2];
    let end = horizon.get();
    let interval = INTERVALS.into_iter().find(|hours| end >= 2 * hours);
    let interval = interval.unwrap_or(1);
    let tick = |hours: u32| {
        let age = Hours::new(hours).to_minutes();
        let day = restore_at.filter(|_| interval >= 24);
        match day.and_then(|restore_at| day_tick(restore_at, age, time)) {
            Some(tick) => tick,
            None => Tick {
                age,
                label: format::hours_short(Hours::new(hours)),
            },
        }
    };
    let is_planned = restore_at.is_some() && restore_at != time.now;
    let now = Tick {
        age: Minutes::default(),
        label: if is_planned { "restore" } else { "now" }.to_owned(),
    };
    // The label of a tick near the end would overlap the edge.
    let hours = (1..).map(|index| index * interval);
    let hours = hours.take_while(|hours| hours + end / 12 <= end);
    std::iter::once(now).chain(hours.map(tick)).collect()
}

/// Returns the tick where the day of an age begins.
fn day_tick(restore_at: Timestamp, age: Minutes, time: TimeContext) -> Option<Tick> {
    let day = time.zone.to_local(restore_at - age).date();
    let start = time.start_of_day(day)?;
    Some(Tick {
        age: restore_at.checked_duration_since(start)?,
        label: time.zone.format_day(day),
    })
}
