//! The policy as the browser gets it. The build reads and checks the file and packs what came of it; the browser
//! unpacks that. A reader of JSON, with the check, would cost every visitor 19 KB more.
//!
//! Values stand one behind the other without names: a number in groups of seven bits, lowest first; a text and a list
//! behind its length; a choice behind its number.

use super::edition::{Edition, YearMonth};
use super::policy::{Cell, Clause, Fact, Plan, Policy, PolicyCell, Service, Tool, Topic};
use super::power::{PersistenceSetting, PersistenceState, ReviewRule};
use super::schedule::{RecoveryMode, Retention, Schedule, Tier};
use super::units::Hours;

/// Packs a policy.
pub fn pack(policy: &Policy) -> Vec<u8> {
    let mut packed = Vec::new();
    policy.pack(&mut packed);
    packed
}

/// The policy that [`pack`] was given; nothing of other bytes.
pub fn unpack(packed: &[u8]) -> Option<Policy> {
    let mut reader = Reader {
        rest: packed,
        good: true,
    };
    let policy = Policy::unpack(&mut reader);
    (reader.good && reader.rest.is_empty()).then_some(policy)
}

/// What is still to be unpacked. Bytes that do not fit are noted, and read as nothing: so only the end asks whether
/// all was good, which takes half the code of asking at every step.
struct Reader<'a> {
    rest: &'a [u8],
    good: bool,
}

impl Reader<'_> {
    fn take(&mut self, length: usize) -> &[u8] {
        let Some((taken, rest)) = self.rest.split_at_checked(length) else {
            self.good = false;
            return &[];
        };
        self.rest = rest;
        taken
    }
}

trait Packed {
    fn pack(&self, to: &mut Vec<u8>);
    fn unpack(from: &mut Reader) -> Self;
}

impl Packed for u8 {
    fn pack(&self, to: &mut Vec<u8>) {
        to.push(*self);
    }
    fn unpack(from: &mut Reader) -> Self {
        from.take(1).first().copied().unwrap_or_default()
    }
}

impl Packed for u32 {
    fn pack(&self, to: &mut Vec<u8>) {
        let mut number = *self;
        while number >= 0x80 {
            to.push(number as u8 | 0x80);
            number >>= 7;
        }
        to.push(number as u8);
    }
    #[inline(never)]
    fn unpack(from: &mut Reader) -> Self {
        let mut number = 0;
        for shift in [0, 7, 14, 21, 28] {
            let group = u8::unpack(from);
            number |= u32::from(group & 0x7F) << shift;
            if group < 0x80 {
                break;
            }
        }
        number
    }
}

impl Packed for u16 {
    fn pack(&self, to: &mut Vec<u8>) {
        u32::from(*self).pack(to);
    }
    fn unpack(from: &mut Reader) -> Self {
        u32::unpack(from) as u16
    }
}

impl Packed for String {
    fn pack(&self, to: &mut Vec<u8>) {
        (self.len() as u32).pack(to);
        to.extend_from_slice(self.as_bytes());
    }
    #[inline(never)]
    fn unpack(from: &mut Reader) -> Self {
        let length = u32::unpack(from) as usize;
        let text = str::from_utf8(from.take(length)).map(str::to_owned);
        text.unwrap_or_else(|_| {
            from.good = false;
            String::new()
        })
    }
}

impl<T: Packed> Packed for Vec<T> {
    fn pack(&self, to: &mut Vec<u8>) {
        (self.len() as u32).pack(to);
        self.iter().for_each(|item| item.pack(to));
    }
    #[inline(never)]
    fn unpack(from: &mut Reader) -> Self {
        let length = u32::unpack(from) as usize;
        let mut list = Vec::new();
        while list.len() < length && from.good {
            list.push(T::unpack(from));
        }
        list
    }
}

impl<T: Packed> Packed for Option<T> {
    fn pack(&self, to: &mut Vec<u8>) {
        u8::from(self.is_some()).pack(to);
        self.iter().for_each(|value| value.pack(to));
    }
    fn unpack(from: &mut Reader) -> Self {
        (u8::unpack(from) == 1).then(|| T::unpack(from))
    }
}

/// Packs and unpacks structs by one list of their fields.
macro_rules! structs {
    ($($name:ident { $($field:tt)+ })+) => {$(
        impl Packed for $name {
            fn pack(&self, to: &mut Vec<u8>) {
                $(self.$field.pack(to);)+
            }
            fn unpack(from: &mut Reader) -> Self {
                Self { $($field: Packed::unpack(from)),+ }
            }
        }
    )+};
}

/// Packs and unpacks enums by one list of their variants; a number that is none of theirs is read as the last value.
macro_rules! enums {
    ($($name:ident { $($number:literal $variant:ident $(($inner:ident))?)+, $none:expr })+) => {$(
        impl Packed for $name {
            fn pack(&self, to: &mut Vec<u8>) {
                match self {
                    $(Self::$variant $(($inner))? => { to.push($number); $($inner.pack(to);)? })+
                }
            }
            fn unpack(from: &mut Reader) -> Self {
                match u8::unpack(from) {
                    $($number => Self::$variant $(({ let $inner = Packed::unpack(from); $inner }))?,)+
                    _ => { from.good = false; $none }
                }
            }
        }
    )+};
}

structs! {
    Policy { edition title table_section power_off facts plans services clauses }
    Edition { month superseded_since }
    YearMonth { year month }
    Plan { slug name }
    Service { slug service_type name short_name table_row log_name persistence facts tools cells }
    PolicyCell { policy_text cell }
    Schedule { mode tiers }
    Tier { interval retention }
    Hours { 0 }
    Fact { topic text clause plans persistence }
    Tool { name command url clause note }
    Clause { id section quote }
    ReviewRule { review_after_days clause }
    PersistenceSetting { name enabled_value disabled_value clause }
}

enums! {
    Cell { 0 NotOffered 1 NoBackups 2 RecoveryOnly 3 Backups(schedule), Self::NotOffered }
    Retention { 0 Count(count) 1 Age(age), Self::Count(0) }
    RecoveryMode { 0 Basic 1 Pitr, Self::Basic }
    PersistenceState { 0 Enabled 1 Disabled, Self::Enabled }
    Topic {
        0 Access 1 Adjust 2 Condition 3 ExportCaveat 4 Instead 5 Location 6 LongPowerOff 7 NoPitr 8 NodeFailure
        9 Note 10 Pitr 11 PowerOff 12 PowerOn 13 StandardTooling 14 WhyNone, Self::Note
    }
}
