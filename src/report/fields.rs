//! The fields of the forms: what is typed goes into the case, and how it was read is shown beside it.

use super::{Clock, words};
use crate::domain::moment::{Local, clock_text, date_text, utc_text};
use crate::domain::phrase::{self, Toward, Unread};
use crate::domain::{Minutes, Moment, WhatIf};

/// A field of a form. Its id in the page is also its name in the address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// When it went wrong.
    At,
    /// When the restore is made.
    Restore,
    /// When backups are taken.
    Hour,
    /// How far back there must be a restore point.
    Back,
    /// How much may be lost.
    Lose,
    /// Whether any second must be restorable: any text, or none.
    Pitr,
    /// When the service is powered off.
    Off,
}

/// The id of the slider that moves the incident along the picture.
pub const SLIDER: &str = "at-slider";

/// What a field shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Input {
    /// The text in it.
    pub text: String,
    /// The value as the browser's own fields for dates and times want it.
    pub clock: String,
    /// How the text was read, or what is wrong with it.
    pub reading: String,
    /// Whether the text could not be read.
    pub wrong: bool,
}

/// What was typed last into a field, and why it could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The field.
    pub field: Field,
    /// What was typed, with the blanks at its end: the field must not lose them while somebody types on.
    pub text: String,
    /// What to say of it.
    pub remark: Result<String, String>,
}

impl Field {
    /// All fields.
    pub const ALL: [Field; 7] = [
        Field::At,
        Field::Restore,
        Field::Hour,
        Field::Back,
        Field::Lose,
        Field::Pitr,
        Field::Off,
    ];

    /// Its id in the page.
    pub fn id(self) -> &'static str {
        match self {
            Field::At => "at",
            Field::Restore => "restore",
            Field::Hour => "hour",
            Field::Back => "back",
            Field::Lose => "lose",
            Field::Pitr => "pitr",
            Field::Off => "off",
        }
    }

    /// Puts what was typed into the case; what cannot be read leaves the field's value empty.
    pub fn take(self, case: &mut WhatIf, text: &str, clock: Clock) -> Draft {
        self.clear(case);
        let remark = match text.trim() {
            "" => Ok(String::new()),
            words => self
                .read(case, words, clock)
                .map_err(|unread| self.problem(unread).to_owned()),
        };
        Draft {
            field: self,
            text: text.to_owned(),
            remark,
        }
    }

    /// Puts the incident where it was moved to along the picture: so many minutes after the restore, that is, before it.
    pub fn slide(case: &mut WhatIf, minutes: &str, clock: Clock) {
        let restore = case.restore.or(clock.now);
        if let (Some(restore), Ok(minutes)) = (restore, minutes.parse::<i32>()) {
            case.at = Moment::from_minutes(restore.minutes() + i64::from(minutes));
        }
    }

    fn clear(self, case: &mut WhatIf) {
        match self {
            Field::At => case.at = None,
            Field::Restore => case.restore = None,
            Field::Hour => case.hour = None,
            Field::Back => case.needs.back = None,
            Field::Lose => case.needs.lose = None,
            Field::Pitr => case.needs.pitr = false,
            Field::Off => case.off = None,
        }
    }

    /// The remark on a value that was read, where there is something to know.
    fn read(self, case: &mut WhatIf, text: &str, clock: Clock) -> Result<String, Unread> {
        let moment = |toward| {
            let reading = phrase::moment(text, clock.now, clock.zone, toward)?;
            let remark = reading.again.map(|again| {
                format!(
                    "The clocks showed this time twice; this is the earlier one. The later one is {}.",
                    utc_text(again)
                )
            });
            Ok((reading.moment, remark.unwrap_or_default()))
        };
        match self {
            Field::At => {
                let (at, remark) = moment(Toward::Past)?;
                case.at = Some(at);
                return Ok(remark);
            }
            // Now is what is meant where nothing is said, and goes on.
            Field::Restore if text.eq_ignore_ascii_case("now") => case.restore = None,
            Field::Restore => {
                let (restore, remark) = moment(Toward::Future)?;
                case.restore = Some(restore);
                return Ok(remark);
            }
            Field::Hour => case.hour = Some(phrase::time_of_day(text)?),
            Field::Back => case.needs.back = Some(phrase::length(text)?),
            Field::Lose => case.needs.lose = Some(phrase::length(text)?),
            Field::Pitr => case.needs.pitr = true,
            Field::Off => case.off = Some(phrase::day(text, clock.now, clock.zone)?),
        }
        Ok(String::new())
    }

    fn problem(self, unread: Unread) -> &'static str {
        match (unread, self) {
            // Only a moment needs the two told apart.
            (Unread::Ambiguous, Field::At | Field::Restore | Field::Off) => {
                "That can be read in two ways. Write the month as a word and the time with a colon, like 21 Nov 14:37."
            }
            (Unread::NoNow, _) => {
                "The clock of this device is not set. Write the whole date and time, like 2026-11-21 14:37."
            }
            (Unread::Unclear | Unread::Ambiguous, Field::Hour) => {
                "Not a time of day yet: write it like 02:30."
            }
            (Unread::Unclear | Unread::Ambiguous, Field::Back | Field::Lose) => {
                "Not a length of time yet: write it like 14 days, 36 h or 90 min."
            }
            (Unread::Unclear, Field::Off) => {
                "Not a day yet: write it like 2026-11-21 or yesterday."
            }
            (Unread::Unclear | Unread::Ambiguous, _) => {
                "Not a time yet: write it like 2 h ago, yesterday 14:37 or 2026-11-21 14:37."
            }
            (Unread::NoTime, _) => "At what time that day? Add it, like 14:37.",
            (Unread::Impossible, _) => "There is no such day or time. Check the digits.",
            (Unread::Skipped, _) => {
                "That time never was: the clocks were put forward over it. Choose one an hour earlier or later."
            }
            (Unread::OutOfRange, Field::Back | Field::Lose) => {
                "That is more than a hundred years. Choose a shorter time."
            }
            (Unread::OutOfRange, _) => "The calculator knows the years from 1970 to 2100 only.",
        }
    }

    /// What the field shows for a case, and for what was typed into it last.
    pub fn input(self, case: &WhatIf, drafts: &[Draft], clock: Clock) -> Input {
        let draft = drafts.iter().find(|draft| draft.field == self);
        let remark = draft.map(|draft| draft.remark.clone());
        let (shown, value, clock) = self.shown(case, clock);
        let text = draft.map_or(value, |draft| draft.text.clone());
        let wrong = matches!(remark, Some(Err(_)));
        let reading = match remark {
            Some(Err(problem)) => problem,
            Some(Ok(remark)) if !remark.is_empty() => format!("{shown}. {remark}"),
            _ => shown,
        };
        Input {
            text,
            clock,
            reading,
            wrong,
        }
    }

    /// The value in words, as text for the field, and for the browser's own field.
    fn shown(self, case: &WhatIf, clock: Clock) -> (String, String, String) {
        let moment = |moment: Moment| {
            let local = clock.zone.clock(moment);
            // A time that is shown twice goes back into the field as the earlier one; UTC says which.
            let doubtful = !matches!(clock.zone.moments(local), Local::Once(_));
            let utc = utc_text(moment);
            let words = clock.zone.words(moment);
            let shown = if local == moment.utc() && !doubtful {
                words
            } else {
                format!("{words} ({utc})")
            };
            (shown, String::new(), clock_text(local))
        };
        let length = |length: Minutes| {
            // What stands in the field must be read as it is; "no time" is not.
            let text = match length.get() {
                0 => "0 minutes".to_owned(),
                _ => words::minutes(length),
            };
            (words::minutes(length), text, String::new())
        };
        let shown = match self {
            Field::At => case.at.map(moment),
            Field::Restore => case.restore.map(moment),
            Field::Hour => case
                .hour
                .map(|hour| (format!("{hour} UTC"), hour.to_string(), hour.to_string())),
            Field::Back => case.needs.back.map(length),
            Field::Lose => case.needs.lose.map(length),
            Field::Pitr => None,
            Field::Off => case
                .off
                .map(|day| (clock.zone.day(day), date_text(day), date_text(day))),
        };
        shown.unwrap_or_default()
    }
}
