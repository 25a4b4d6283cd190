//! What the shapes of the picture mean.

use crate::domain::text::join;
use crate::report::Timeline;

/// What a shape means, or the sentence on what is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LegendEntry {
    /// Its class on the page, which gives the key its looks: `example` for the sentence.
    pub class: &'static str,
    /// Whether the plan that is compared reaches further.
    pub is_gain: bool,
    /// The meaning.
    pub text: String,
}

/// What an incident adds to the picture.
const INCIDENT_ENTRIES: [(&str, &str); 4] = [
    ("key key-at", "incident"),
    ("key key-used", "restore point, or where it may lie"),
    ("key key-next", "disappears next"),
    ("key key-lost", "lost"),
];

/// The legend of a time line.
pub fn legend(timeline: &Timeline) -> Vec<LegendEntry> {
    let key = |class, text: &str| LegendEntry {
        class,
        is_gain: false,
        text: text.to_owned(),
    };
    let labels = timeline.tracks.iter().map(|track| track.label.as_str());
    let labels: Vec<&str> = labels.collect();
    let mut legend = vec![
        key("key key-sure", "guaranteed"),
        key("key key-best", "best case"),
        key("key key-point", &join(&labels, ", ")),
        key("example", &timeline.assumption),
    ];
    if let Some(other) = &timeline.compared_plan {
        legend.push(LegendEntry {
            is_gain: other.guaranteed >= timeline.guaranteed,
            ..key("key key-other", &other.label)
        });
    }
    let marks = timeline
        .markers
        .map_or(&[][..], |marks| match marks.restore_point {
            None => &INCIDENT_ENTRIES[..1],
            // With a log nothing is lost up to the incident.
            Some(_) if timeline.continuous => &INCIDENT_ENTRIES[..3],
            Some(_) => &INCIDENT_ENTRIES,
        });
    for (class, text) in marks {
        legend.push(key(class, text));
    }
    legend
}
