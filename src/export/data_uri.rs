//! Files in links, for browsers to offer for download.

use crate::domain::text::join;

/// A link that holds a file of this type.
pub fn data_uri(mime_type: &str, file: &str) -> String {
    let digit = |half: u8| {
        char::from(if half < 10 {
            b'0' + half
        } else {
            b'A' - 10 + half
        })
    };
    let mut link = join(&["data:", mime_type, ";charset=utf-8,"], "");
    for byte in file.bytes() {
        if byte.is_ascii_alphanumeric() {
            link.push(char::from(byte));
        } else {
            link.extend(['%', digit(byte >> 4), digit(byte & 15)]);
        }
    }
    link
}
