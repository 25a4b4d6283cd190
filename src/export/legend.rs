//! The legend of a timeline: what its shapes mean.

use crate::report::{Timeline, TimelineMarkers};

/// Entry of the legend: the meaning of a shape, or the assumption behind the timeline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LegendEntry {
    /// Symbol before the text; `None` for the assumption.
    pub symbol: Option<LegendSymbol>,
    /// The meaning, or the assumption.
    pub text: String,
}

/// Symbol of the legend, which looks like the shape that it explains.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LegendSymbol {
    /// The guaranteed window.
    Guaranteed,
    /// The best-case window.
    BestCase,
    /// The backups.
    Backups,
    /// The difference to the guaranteed window of the compared plan.
    ComparedPlan {
        /// Whether the compared plan has the same guaranteed window or a longer one.
        is_gain: bool,
    },
    /// The time of the incident.
    Incident,
    /// The restore point, or the period in which it is.
    RestorePoint,
    /// The backup that expires next.
    ExpiresNext,
    /// The data loss.
    DataLoss,
}

impl LegendEntry {
    /// Returns the class of the symbol; empty if the entry has none.
    pub fn class(&self) -> &'static str {
        self.symbol.map_or("", LegendSymbol::class)
    }

    /// Returns whether the entry is the compared plan and that plan reaches as far as the own plan or farther.
    pub fn is_gain(&self) -> bool {
        self.symbol == Some(LegendSymbol::ComparedPlan { is_gain: true })
    }
}

impl LegendSymbol {
    /// Returns the class of the symbol.
    pub fn class(self) -> &'static str {
        match self {
            LegendSymbol::Guaranteed => "legend-guaranteed",
            LegendSymbol::BestCase => "legend-best",
            LegendSymbol::Backups => "legend-backups",
            LegendSymbol::ComparedPlan { .. } => "legend-compared-plan",
            LegendSymbol::Incident => "legend-incident",
            LegendSymbol::RestorePoint => "legend-restore-point",
            LegendSymbol::ExpiresNext => "legend-expires-next",
            LegendSymbol::DataLoss => "legend-data-loss",
        }
    }
}

/// Returns the legend of a timeline.
pub fn legend(timeline: &Timeline) -> Vec<LegendEntry> {
    let entry = |symbol, text: &str| LegendEntry {
        symbol: Some(symbol),
        text: text.to_owned(),
    };
    let tracks: Vec<&str> = timeline
        .tracks
        .iter()
        .map(|track| track.label.as_str())
        .collect();
    let mut legend = vec![
        entry(LegendSymbol::Guaranteed, "guaranteed"),
        entry(LegendSymbol::BestCase, "best case"),
        entry(LegendSymbol::Backups, &tracks.join(", ")),
        LegendEntry {
            symbol: None,
            text: timeline.assumption.clone(),
        },
    ];
    if let Some(plan) = &timeline.compared_plan {
        let is_gain = plan.guaranteed >= timeline.guaranteed;
        legend.push(entry(LegendSymbol::ComparedPlan { is_gain }, &plan.label));
    }
    if let Some(TimelineMarkers { restore_point, .. }) = timeline.markers {
        legend.push(entry(LegendSymbol::Incident, "incident"));
        if restore_point.is_some() {
            legend.push(entry(
                LegendSymbol::RestorePoint,
                "restore point, or where it may lie",
            ));
            legend.push(entry(LegendSymbol::ExpiresNext, "disappears next"));
            // With a continuous log nothing is lost up to the incident.
            if !timeline.is_continuous {
                legend.push(entry(LegendSymbol::DataLoss, "lost"));
            }
        }
    }
    legend
}
