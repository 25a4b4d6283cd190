//! The URL of the site, as the build is told it.

/// Returns the URL of the root with a trailing slash.
///
/// # Errors
/// Returns a message if it is no address.
pub(super) fn ensure_trailing_slash(url: String) -> Result<String, String> {
    if !(url.starts_with("https://") || url.starts_with("http://")) {
        return Err(format!(
            "SITE_URL is “{url}”, but an address starts with https://"
        ));
    }
    Ok(if url.ends_with('/') {
        url
    } else {
        format!("{url}/")
    })
}

/// Returns the path of a URL: `/docs/backup/` of `https://example.com/docs/backup/`.
pub(super) fn url_path(url: &str) -> String {
    let after_scheme = url.split_once("://").map_or(url, |(_, rest)| rest);
    let start = after_scheme.find('/');
    start.map_or("/", |start| &after_scheme[start..]).to_owned()
}
