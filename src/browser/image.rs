//! Conversion of SVG images to PNG.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement};

use super::dom::create_element;

/// Pixels of the PNG for each CSS pixel of the SVG, in each direction.
const PIXEL_RATIO: u32 = 2;

/// Draws the SVG image at a URL into pixels, and returns them as the data URL of a PNG; `None` if the browser refuses.
pub async fn rasterize(svg_url: &str) -> Option<String> {
    let image = HtmlImageElement::new().ok()?;
    image.set_src(svg_url);
    // The data URL tells below whether this worked.
    JsFuture::from(image.decode()).await.ok();
    to_png_data_url(&image)
}

/// Returns a loaded image as the data URL of a PNG. `None` if it failed to load: it has no size then, and the data URL
/// of an empty canvas is `data:,`. `None` also if the browser hides its canvas.
fn to_png_data_url(image: &HtmlImageElement) -> Option<String> {
    let width = image.natural_width() * PIXEL_RATIO;
    let height = image.natural_height() * PIXEL_RATIO;
    let canvas: HtmlCanvasElement = create_element("canvas")?;
    canvas.set_width(width);
    canvas.set_height(height);
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.unchecked_into();
    context
        .draw_image_with_html_image_element_and_dw_and_dh(
            image,
            0.0,
            0.0,
            f64::from(width),
            f64::from(height),
        )
        .ok()?;
    let url = canvas.to_data_url().ok()?;
    // A browser that hides its canvas from tracking returns noise instead of the picture, another one each time.
    let is_picture = canvas.to_data_url().is_ok_and(|again| again == url);
    (is_picture && url.starts_with("data:image/png")).then_some(url)
}
