//! What the shapes of the picture mean.

use crate::domain::text::join;
use crate::report::Timeline;

/// What a shape means, or the sentence on what is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// Its class on the page, which gives the key its looks: `example` for the sentence.
    pub class: &'static str,
    /// Whether the plan that is compared reaches further.
    pub gained: bool,
    /// The meaning.
    pub text: String,
}

/// What an incident adds to the picture.
const MARKS: [(&str, &str); 4] = [
    ("key key-at", "incident"),
    ("key key-used", "restore point, or where it may lie"),
    ("key key-next", "disappears next"),
    ("key key-lost", "lost"),
];

/// The legend of a time line.
pub fn legend(timeline: &Timeline) -> Vec<Key> {
    let key = |class, text: &str| Key {
        class,
        gained: false,
        text: text.to_owned(),
    };
    let labels = timeline.tracks.iter().map(|track| track.label.as_str());
    let labels: Vec<&str> = labels.collect();
    let mut legend = vec![
        key("key key-sure", "guaranteed"),
        key("key key-best", "best case"),
        key("key key-point", &join(&labels, ", ")),
        key("example", &timeline.example),
    ];
    if let Some(other) = &timeline.other {
        legend.push(Key {
            gained: other.guaranteed >= timeline.guaranteed,
            ..key("key key-other", &other.label)
        });
    }
    let marks = timeline
        .incident
        .map_or(&[][..], |marks| match marks.point {
            None => &MARKS[..1],
            // With a log nothing is lost up to the incident.
            Some(_) if timeline.continuous => &MARKS[..3],
            Some(_) => &MARKS,
        });
    for (class, text) in marks {
        legend.push(key(class, text));
    }
    legend
}
