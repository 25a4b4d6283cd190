//! The policy as the browser gets it. The build reads and checks the file and packs what came of it; the browser
//! unpacks that. A reader of JSON, with the check, would cost every visitor 19 KB more.

use super::policy::Policy;

/// Packs a policy.
///
/// # Errors
/// Nothing in a policy gives one.
pub fn pack(policy: &Policy) -> Result<Vec<u8>, postcard::Error> {
    postcard::to_allocvec(policy)
}

/// The policy that [`pack`] was given; nothing of other bytes.
pub fn unpack(packed: &[u8]) -> Option<Policy> {
    postcard::from_bytes(packed).ok()
}
