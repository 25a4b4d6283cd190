//! The time line of backups as plain data: tiers on a time axis from now back, without geometry or markup.

use super::format;
use crate::domain::{Hours, IncidentInput, Minutes, RecoveryMode, Schedule, Tier, Timestamp};

/// Time line of the backups of a schedule. All positions are ages: minutes before the restore.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timeline {
    /// Length of the axis: the best-case window, or the guaranteed window of the compared plan if that is longer.
    pub horizon: Minutes,
    /// End of the guaranteed window.
    pub guaranteed: Minutes,
    /// Whether any second can be restored, not only the backups.
    pub is_continuous: bool,
    /// One track for each tier, finest first.
    pub tracks: Vec<Track>,
    /// Label at the end of the guaranteed window.
    pub guaranteed_label: String,
    /// Ticks of the axis.
    pub ticks: Vec<Tick>,
    /// Assumption about the time of the newest backup.
    pub assumption: String,
    /// Text alternative of the picture.
    pub alt_text: String,
    /// Markers of the incident; `None` without an incident.
    pub markers: Option<TimelineMarkers>,
    /// The compared plan; `None` without a comparison.
    pub compared_plan: Option<ComparedPlan>,
}

/// Ages of the incident and its restore point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimelineMarkers {
    /// Age of the incident.
    pub incident: Minutes,
    /// Least and greatest age of the restore point; `None` if there is no restore point.
    pub restore_point: Option<(Minutes, Minutes)>,
}

/// Guaranteed window of another plan of the service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComparedPlan {
    /// Label with plan and window, such as "Premium: 30 days".
    pub label: String,
    /// End of the guaranteed window; zero without backups that the user can restore.
    pub guaranteed: Minutes,
}

/// Backups of a tier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Track {
    /// Label of the tier, such as "daily base backups".
    pub label: String,
    /// Ages of the backups, newest first.
    pub ages: Vec<Minutes>,
}

/// A tick of the axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tick {
    /// Age at the tick.
    pub age: Minutes,
    /// Label of the tick, such as "now" or "7 d".
    pub label: String,
}

impl Timeline {
    /// Builds the time line for the scenario of a page. If the time of day of the backups and the time of the restore are known,
    /// it has the actual backups; otherwise the newest backup of the coarsest tier is half an interval old.
    pub fn new(
        schedule: &Schedule,
        incident: &IncidentInput,
        markers: Option<TimelineMarkers>,
        compared_plan: Option<ComparedPlan>,
        now: Option<Timestamp>,
    ) -> Self {
        let phases = incident
            .restore_time(now)
            .and_then(|restore_at| schedule.possible_phases(restore_at, incident.backup_time));
        let phase = phases.and_then(|phases| phases.iter().next());
        let mut timeline = Self::from_schedule(schedule, phase);
        if let Some(compared_plan) = compared_plan {
            timeline.extend_to(compared_plan);
        }
        timeline.markers = markers;
        timeline
    }

    /// Adds a compared plan, and extends the axis if its window is longer.
    fn extend_to(&mut self, compared_plan: ComparedPlan) {
        if compared_plan.guaranteed > self.horizon {
            self.horizon = compared_plan.guaranteed;
            self.ticks = ticks(Hours::new(compared_plan.guaranteed.get() / 60));
        }
        self.compared_plan = Some(compared_plan);
    }

    /// Builds the time line of a schedule for a phase: the age in minutes of the newest backup of the coarsest tier.
    fn from_schedule(schedule: &Schedule, phase: Option<u32>) -> Self {
        let is_continuous = schedule.mode() == RecoveryMode::Pitr;
        let noun = if is_continuous {
            "base backup"
        } else {
            "backup"
        };
        let horizon = schedule.best_case_window();
        let interval_minutes = |tier: &Tier| tier.interval().to_minutes().get();
        let coarsest = schedule.tiers().last();
        let half_interval = coarsest.map_or(0, |tier| interval_minutes(tier) / 2);
        let phase_or_half = phase.unwrap_or(half_interval);
        let track = |tier: &Tier| {
            let interval = interval_minutes(tier);
            // A backup of a coarser tier is one of every finer tier, so that the phase of the coarsest tier determines all ages.
            let newest = phase_or_half % interval;
            let ages = (0..tier.copies()).map(|index| Minutes::new(newest + index * interval));
            Track {
                label: format!("{} {noun}s", format::interval_adjective(tier.interval())),
                ages: ages.collect(),
            }
        };
        let newest_backup = match schedule.tiers() {
            [_, .., coarsest] => {
                format!("{} {noun}", format::interval_adjective(coarsest.interval()))
            }
            _ => noun.to_owned(),
        };
        Self {
            horizon: horizon.to_minutes(),
            guaranteed: schedule.guaranteed_window().to_minutes(),
            is_continuous,
            tracks: schedule.tiers().iter().map(track).collect(),
            guaranteed_label: match schedule.guaranteed_window() {
                window if window.get() == 0 => "no age is sure".to_owned(),
                window => format!("guaranteed: {}", format::hours(window)),
            },
            ticks: ticks(horizon),
            assumption: match phase {
                Some(_) => "Drawn as the backups are, by their time of day.".to_owned(),
                None => format!(
                    "Drawn for a newest {newest_backup} that is {} old.",
                    format::minutes(Minutes::new(phase_or_half))
                ),
            },
            alt_text: alt_text(schedule, noun),
            markers: None,
            compared_plan: None,
        }
    }
}

/// Returns ticks at now, at multiples of the widest round interval that fits twice, and at the end of the axis.
fn ticks(horizon: Hours) -> Vec<Tick> {
    const INTERVALS: [u32; 13] = [8760, 2160, 720, 480, 240, 168, 120, 48, 24, 12, 6, 3, 2];
    let end = horizon.get();
    let interval = INTERVALS.into_iter().find(|hours| end / hours >= 2);
    let interval = interval.unwrap_or(1);
    let mut tick_hours = vec![0];
    for hours in (1..end / interval + 1).map(|index| index * interval) {
        // The label of a tick near the end would overlap that of the end.
        if end - hours >= end / 6 {
            tick_hours.push(hours);
        }
    }
    tick_hours.push(end);
    let tick = |hours| Tick {
        age: Hours::new(hours).to_minutes(),
        label: match hours {
            0 => "now".to_owned(),
            _ => format::hours_short(Hours::new(hours)),
        },
    };
    tick_hours.into_iter().map(tick).collect()
}

/// Returns the text alternative of a time line.
fn alt_text(schedule: &Schedule, noun: &str) -> String {
    let tier_text = |tier: &Tier| {
        let backups = format::pluralize(tier.copies(), noun);
        format!("{backups} {}", format::every(tier.interval()))
    };
    let tiers: Vec<String> = schedule.tiers().iter().map(tier_text).collect();
    let window = match schedule.guaranteed_window() {
        window if window.get() == 0 => "No age is sure".to_owned(),
        window => format!("Surely back {}", format::hours(window)),
    };
    format!(
        "Time line from now back: {}. {window}, at best {}.",
        format::join_list(&tiers),
        format::hours(schedule.best_case_window()),
    )
}
