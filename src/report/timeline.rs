//! The picture of an answer as plain data: tiers on a time axis from now back. No geometry, no markup.

use super::format;
use crate::domain::{Hours, IncidentInput, Minutes, RecoveryMode, Schedule, Tier, Timestamp};

/// What is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timeline {
    /// Length of the axis: the best-case window.
    pub horizon: Minutes,
    /// End of the guaranteed window.
    pub guaranteed: Minutes,
    /// Whether any second can be restored, not only the points.
    pub continuous: bool,
    /// One row for each tier, finest first.
    pub tracks: Vec<Track>,
    /// What stands at the end of the guaranteed window.
    pub guaranteed_label: String,
    /// The axis.
    pub ticks: Vec<Tick>,
    /// The assumption behind the points.
    pub assumption: String,
    /// The picture in words.
    pub alt_text: String,
    /// An incident, where one is asked about.
    pub markers: Option<TimelineMarkers>,
    /// The reach of another plan of the service, where one is compared.
    pub compared_plan: Option<ComparedPlan>,
}

/// Ages on the time line, before the restore.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimelineMarkers {
    /// The incident.
    pub incident: Minutes,
    /// The restore point, from its least age to its greatest.
    pub restore_point: Option<(Minutes, Minutes)>,
}

/// The reach of another plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComparedPlan {
    /// What stands beside it: "Premium: 30 days".
    pub label: String,
    /// Its guaranteed window.
    pub guaranteed: Minutes,
}

/// A row of backups.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Track {
    /// What they are: "daily base backups".
    pub label: String,
    /// Their ages, newest first.
    pub ages: Vec<Minutes>,
}

/// A mark on the axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tick {
    /// Time before now.
    pub age: Minutes,
    /// What stands there: "now", "7 d".
    pub label: String,
}

impl Timeline {
    /// The picture of a schedule, drawn with the newest backup of the coarsest tier half an interval old.
    pub fn new(schedule: &Schedule) -> Self {
        Self::from_schedule(schedule, None)
    }

    /// The picture of a case: the incident, the backups as they are where their time of day is known, and the reach
    /// of the plan that is compared.
    pub fn for_incident(
        schedule: &Schedule,
        incident: &IncidentInput,
        markers: Option<TimelineMarkers>,
        compared_plan: Option<ComparedPlan>,
        now: Option<Timestamp>,
    ) -> Self {
        let phases = incident
            .restore_time(now)
            .and_then(|moment| schedule.possible_phases(moment, incident.backup_time));
        let mut picture =
            Self::from_schedule(schedule, phases.and_then(|phases| phases.iter().next()));
        if let Some(other) = compared_plan {
            picture.extend_to(other);
        }
        picture.markers = markers;
        picture
    }

    /// Makes room for a plan that reaches further.
    fn extend_to(&mut self, compared_plan: ComparedPlan) {
        if compared_plan.guaranteed > self.horizon {
            self.horizon = compared_plan.guaranteed;
            self.ticks = ticks(Hours::new(compared_plan.guaranteed.get() / 60));
        }
        self.compared_plan = Some(compared_plan);
    }

    fn from_schedule(schedule: &Schedule, phase: Option<u32>) -> Self {
        let continuous = schedule.mode() == RecoveryMode::Pitr;
        let noun = if continuous { "base backup" } else { "backup" };
        let horizon = schedule.best_case_window();
        // A coarser backup is one of the finer ones: one age of the coarsest decides all.
        let half = schedule
            .tiers()
            .last()
            .map_or(0, |tier| tier.interval().to_minutes().get() / 2);
        let coarsest = phase.unwrap_or(half);
        let newest = |tier: &Tier| coarsest % tier.interval().to_minutes().get();
        let track = |tier: &Tier| Track {
            label: format!("{} {noun}s", format::interval_adjective(tier.interval())),
            ages: (0..tier.copies())
                .map(|k| Minutes::new(newest(tier) + k * tier.interval().to_minutes().get()))
                .collect(),
        };
        let newest_backup = match schedule.tiers() {
            [.., last] if schedule.tiers().len() > 1 => {
                format!("{} {noun}", format::interval_adjective(last.interval()))
            }
            _ => noun.to_owned(),
        };
        Self {
            horizon: horizon.to_minutes(),
            guaranteed: schedule.guaranteed_window().to_minutes(),
            continuous,
            tracks: schedule.tiers().iter().map(track).collect(),
            guaranteed_label: match schedule.guaranteed_window() {
                none if none.get() == 0 => "no age is sure".to_owned(),
                window => format!("guaranteed: {}", format::hours(window)),
            },
            ticks: ticks(horizon),
            assumption: match phase {
                Some(_) => "Drawn as the backups are, by their time of day.".to_owned(),
                None => format!(
                    "Drawn for a newest {newest_backup} that is {} old.",
                    format::minutes(Minutes::new(coarsest))
                ),
            },
            alt_text: alt_text(schedule, noun),
            markers: None,
            compared_plan: None,
        }
    }
}

/// Now, marks at the widest round distance that gives two or more, and the best-case end.
fn ticks(horizon: Hours) -> Vec<Tick> {
    const STEPS: [u32; 13] = [8760, 2160, 720, 480, 240, 168, 120, 48, 24, 12, 6, 3, 2];
    let end = horizon.get();
    let step = STEPS.into_iter().find(|step| end / step >= 2).unwrap_or(1);
    // A round mark close to either end would stand in its label's way.
    let mut tick_hours = vec![0];
    for at in (1..end / step + 1).map(|k| k * step) {
        if end - at >= end / 6 {
            tick_hours.push(at);
        }
    }
    tick_hours.push(end);
    let label = |hours| match hours {
        0 => "now".to_owned(),
        _ => format::hours_short(Hours::new(hours)),
    };
    let ticks = tick_hours.into_iter().map(|hours| Tick {
        age: Hours::new(hours).to_minutes(),
        label: label(hours),
    });
    ticks.collect()
}

fn alt_text(schedule: &Schedule, noun: &str) -> String {
    let tiers: Vec<String> = schedule
        .tiers()
        .iter()
        .map(|tier| {
            format!(
                "{} {}",
                format::pluralize(tier.copies(), noun),
                format::every(tier.interval())
            )
        })
        .collect();
    let sure = match schedule.guaranteed_window().get() {
        0 => "No age is sure".to_owned(),
        _ => format!(
            "Surely back {}",
            format::hours(schedule.guaranteed_window())
        ),
    };
    format!(
        "Time line from now back: {}. {sure}, at best {}.",
        format::join_list(&tiers),
        format::hours(schedule.best_case_window()),
    )
}
