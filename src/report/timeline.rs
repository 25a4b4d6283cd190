//! The picture of an answer as plain data: tiers on a time axis from now back. No geometry, no markup.

use super::incident::Marks;
use super::words;
use crate::domain::{Hours, Minutes, Moment, RecoveryMode, Schedule, Tier, WhatIf};

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
    pub sure: String,
    /// The axis.
    pub ticks: Vec<Tick>,
    /// The assumption behind the points.
    pub example: String,
    /// The picture in words.
    pub text: String,
    /// An incident, where one is asked about.
    pub incident: Option<Marks>,
    /// The reach of another plan of the service, where one is compared.
    pub other: Option<Other>,
}

/// The reach of another plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Other {
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
        Self::drawn(schedule, None)
    }

    /// The picture of a case: the incident, the backups as they are where their time of day is known, and the reach
    /// of the plan that is compared.
    pub fn of_case(
        schedule: &Schedule,
        case: &WhatIf,
        marks: Option<Marks>,
        other: Option<Other>,
        now: Option<Moment>,
    ) -> Self {
        let phases = case
            .restore
            .or(now)
            .and_then(|moment| schedule.phases(moment, case.hour));
        let mut picture = Self::drawn(schedule, phases.and_then(|phases| phases.all().next()));
        if let Some(other) = other {
            picture.reach_to(other);
        }
        picture.incident = marks;
        picture
    }

    /// Makes room for a plan that reaches further.
    fn reach_to(&mut self, other: Other) {
        if other.guaranteed > self.horizon {
            self.horizon = other.guaranteed;
            self.ticks = ticks(Hours::new(other.guaranteed.get() / 60));
        }
        self.other = Some(other);
    }

    fn drawn(schedule: &Schedule, phase: Option<u32>) -> Self {
        let continuous = schedule.mode() == RecoveryMode::Pitr;
        let noun = if continuous { "base backup" } else { "backup" };
        let horizon = schedule.best_case_window();
        // A coarser backup is one of the finer ones: one age of the coarsest decides all.
        let half = schedule
            .tiers()
            .last()
            .map_or(0, |tier| tier.interval().minutes().get() / 2);
        let coarsest = phase.unwrap_or(half);
        let newest = |tier: &Tier| coarsest % tier.interval().minutes().get();
        let track = |tier: &Tier| Track {
            label: format!("{} {noun}s", words::interval_adjective(tier.interval())),
            ages: (0..tier.count())
                .map(|k| Minutes::new(newest(tier) + k * tier.interval().minutes().get()))
                .collect(),
        };
        let drawn = match schedule.tiers() {
            [.., last] if schedule.tiers().len() > 1 => {
                format!("{} {noun}", words::interval_adjective(last.interval()))
            }
            _ => noun.to_owned(),
        };
        Self {
            horizon: horizon.minutes(),
            guaranteed: schedule.guaranteed_window().minutes(),
            continuous,
            tracks: schedule.tiers().iter().map(track).collect(),
            sure: match schedule.guaranteed_window() {
                none if none.get() == 0 => "no age is sure".to_owned(),
                window => format!("guaranteed: {}", words::hours(window)),
            },
            ticks: ticks(horizon),
            example: match phase {
                Some(_) => "Drawn as the backups are, by their time of day.".to_owned(),
                None => format!(
                    "Drawn for a newest {drawn} that is {} old.",
                    words::minutes(Minutes::new(coarsest))
                ),
            },
            text: text(schedule, noun),
            incident: None,
            other: None,
        }
    }
}

/// Now, marks at the widest round distance that gives two or more, and the best-case end.
fn ticks(horizon: Hours) -> Vec<Tick> {
    const STEPS: [u32; 13] = [8760, 2160, 720, 480, 240, 168, 120, 48, 24, 12, 6, 3, 2];
    let end = horizon.get();
    let step = STEPS.into_iter().find(|step| end / step >= 2).unwrap_or(1);
    // A round mark close to either end would stand in its label's way.
    let mut marks = vec![0];
    for at in (1..end / step + 1).map(|k| k * step) {
        if end - at >= end / 6 {
            marks.push(at);
        }
    }
    marks.push(end);
    let label = |hours| match hours {
        0 => "now".to_owned(),
        _ => words::hours_short(Hours::new(hours)),
    };
    let ticks = marks.into_iter().map(|hours| Tick {
        age: Hours::new(hours).minutes(),
        label: label(hours),
    });
    ticks.collect()
}

fn text(schedule: &Schedule, noun: &str) -> String {
    let tiers: Vec<String> = schedule
        .tiers()
        .iter()
        .map(|tier| {
            format!(
                "{} {}",
                words::count(tier.count(), noun),
                words::every(tier.interval())
            )
        })
        .collect();
    let sure = match schedule.guaranteed_window().get() {
        0 => "No age is sure".to_owned(),
        _ => format!("Surely back {}", words::hours(schedule.guaranteed_window())),
    };
    format!(
        "Time line from now back: {}. {sure}, at best {}.",
        words::list(&tiers),
        words::hours(schedule.best_case_window()),
    )
}
