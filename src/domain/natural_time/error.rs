//! What every part of the parser needs: the direction, and the reasons for a failure.

/// Direction in which a phrase without a full date is resolved, as seen from now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// The latest matching time until now.
    Past,
    /// The earliest matching time from now on.
    Future,
}

/// Why a phrase was not parsed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeParseError {
    /// It has no known form of a time.
    Unrecognized,
    /// It has another word after the time, or a time zone that is neither UTC nor an offset of two or four digits. Names such as CST
    /// stand for several.
    TimeZoneName,
    /// It has several meanings, like 11/12 or 21.11.
    Ambiguous,
    /// It is a date without a time of day.
    MissingTimeOfDay,
    /// The date or the time of day does not exist, like 30 February or 25:00.
    DoesNotExist,
    /// The local time is skipped on that date, at the start of summer time.
    SkippedByDst,
    /// It is before 1970 or after 2100, or longer than 100 years.
    OutOfRange,
    /// It is relative to now, and the current time is unknown.
    CurrentTimeUnknown,
}
