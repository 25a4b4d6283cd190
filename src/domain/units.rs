//! Durations with their unit in the type.

use std::ops::Sub;

use serde::{Deserialize, Serialize};

/// A duration in whole hours, the unit of the policy.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct Hours(u32);

/// A duration in whole minutes, the resolution of the calculator.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct Minutes(u32);

impl Hours {
    /// The longest duration that a policy may name: 100 years. Sums of such durations in minutes fit into `u32`.
    pub const MAX: Hours = Hours(876_600);

    /// Creates a duration of `hours` hours.
    pub const fn new(hours: u32) -> Self {
        Self(hours)
    }

    /// Returns the number of hours.
    pub const fn get(self) -> u32 {
        self.0
    }

    /// Converts the duration to minutes; saturates at `u32::MAX`, which is far above [`Hours::MAX`].
    pub const fn to_minutes(self) -> Minutes {
        Minutes(self.0.saturating_mul(60))
    }
}

impl Minutes {
    /// Creates a duration of `minutes` minutes.
    pub const fn new(minutes: u32) -> Self {
        Self(minutes)
    }

    /// Returns the number of minutes.
    pub const fn get(self) -> u32 {
        self.0
    }
}

impl Sub for Hours {
    type Output = Hours;

    /// Returns the difference; saturates at 0.
    fn sub(self, other: Hours) -> Hours {
        Hours(self.0.saturating_sub(other.0))
    }
}
