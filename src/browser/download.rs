//! Downloads.

use web_sys::HtmlAnchorElement;

use super::dom::create_element;

/// Offers the content of a URL as a download with this file name. A sandboxed iframe can block it; the browser does not
/// report that.
pub fn download(file_name: &str, url: &str) {
    if let Some(link) = create_element::<HtmlAnchorElement>("a") {
        link.set_href(url);
        link.set_download(file_name);
        link.click();
    }
}
