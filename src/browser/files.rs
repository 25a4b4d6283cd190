//! Files that leave the page: downloads, a picture of pixels, paper.

use js_sys::Object;
use wasm_bindgen::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, HtmlAnchorElement, HtmlCanvasElement, HtmlImageElement};

use super::clipboard::Pending;
use super::{document, window};

/// Offers a file that a link holds for download. Frames may forbid it, without a word.
pub fn download(name: &str, link: &str) {
    let element = document().create_element("a");
    if let Some(anchor) = element
        .ok()
        .and_then(|one| one.dyn_into::<HtmlAnchorElement>().ok())
    {
        anchor.set_href(link);
        anchor.set_download(name);
        anchor.click();
    }
}

/// Pixels of the finished picture for each of the drawn one: enough for a slide.
const PIXEL_RATIO: u32 = 2;

/// Paints the picture of an address, and gives a link that holds it as PNG; nothing where the browser refuses.
pub fn rasterize(link: &str, done: impl FnOnce(Option<String>) + 'static) {
    let Ok(image) = HtmlImageElement::new() else {
        return done(None);
    };
    image.set_src(link);
    let pending: Pending = image.decode().unchecked_into();
    // One callback for both ends, which frees itself when called.
    let ended = Closure::once_into_js(move |_: JsValue| done(to_png_data_url(&image)));
    pending.then(&ended, &ended);
}

fn to_png_data_url(image: &HtmlImageElement) -> Option<String> {
    let (width, height) = (
        image.natural_width() * PIXEL_RATIO,
        image.natural_height() * PIXEL_RATIO,
    );
    let canvas: HtmlCanvasElement = document().create_element("canvas").ok()?.dyn_into().ok()?;
    canvas.set_width(width);
    canvas.set_height(height);
    let context: Object = canvas.get_context("2d").ok()??;
    let context: CanvasRenderingContext2d = context.unchecked_into();
    let (width, height) = (f64::from(width), f64::from(height));
    context
        .draw_image_with_html_image_element_and_dw_and_dh(image, 0.0, 0.0, width, height)
        .ok()?;
    // A picture that was not loaded has no size, and gives an empty link.
    let link = canvas.to_data_url().ok()?;
    link.starts_with("data:image/png").then_some(link)
}

/// Opens the browser's dialog for printing.
pub fn print() {
    window().print().ok();
}
