//! Data URIs (RFC 2397): files as links that need no server.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

/// Returns the data URI of a text file.
pub fn data_uri(mime_type: &str, text: &str) -> String {
    let encoded = utf8_percent_encode(text, NON_ALPHANUMERIC);
    format!("data:{mime_type};charset=utf-8,{encoded}")
}
