//! Units of time as types, so that an hour is never taken for a minute.
use serde::{Deserialize, Serialize};

/// A length of time in whole hours, the unit of the policy.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct Hours(pub(super) u32);

/// A length of time in whole minutes, the finest unit the calculator speaks of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Minutes(u32);

impl Hours {
    /// The longest span a policy may name: a hundred years. It keeps all arithmetic in `u32` minutes.
    pub const MAX: Hours = Hours(876_600);

    /// So many hours.
    pub const fn new(hours: u32) -> Self {
        Self(hours)
    }

    /// The plain number of hours.
    pub const fn get(self) -> u32 {
        self.0
    }

    /// The same length in minutes; beyond [`Hours::MAX`] it ends at the largest number.
    pub const fn to_minutes(self) -> Minutes {
        Minutes(self.0.saturating_mul(60))
    }
}

impl Minutes {
    /// So many minutes.
    pub const fn new(minutes: u32) -> Self {
        Self(minutes)
    }

    /// The plain number of minutes.
    pub const fn get(self) -> u32 {
        self.0
    }
}

impl std::ops::Sub for Hours {
    type Output = Hours;
    /// The difference; nothing is shorter than no time at all.
    fn sub(self, other: Hours) -> Hours {
        Hours(self.0.saturating_sub(other.0))
    }
}
