//! Cards as PNG, because few programs that show a preview of a link take SVG. The typeface comes with the program, so that a picture
//! is the same on every machine.

use std::sync::Arc;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::Database;
use resvg::usvg::{Options, Tree};

use crate::export::card::{HEIGHT, WIDTH};

/// File name of the card of a page as PNG, beside it.
pub const FILE_NAME: &str = "card.png";

/// Name of the only typeface.
const TYPEFACE: &str = "DejaVu Sans";

/// Draws cards as PNG files.
pub struct PngRenderer {
    options: Options<'static>,
}

impl PngRenderer {
    /// Creates a renderer with the typeface.
    pub fn new() -> Self {
        let mut fonts = Database::new();
        for font in [dejavu::sans::regular(), dejavu::sans::bold()] {
            fonts.load_font_data(font.to_vec());
        }
        fonts.set_sans_serif_family(TYPEFACE);
        Self {
            options: Options {
                font_family: TYPEFACE.to_owned(),
                fontdb: Arc::new(fonts),
                ..Options::default()
            },
        }
    }

    /// Returns a card as a PNG file, 1200 by 630 pixels.
    ///
    /// # Errors
    /// Returns a message if the SVG cannot be read or drawn.
    pub fn png(&self, svg: &str) -> Result<Vec<u8>, String> {
        let tree = Tree::from_str(svg, &self.options).map_err(|error| error.to_string())?;
        let mut pixels = Pixmap::new(WIDTH, HEIGHT).ok_or("there is no room for a card")?;
        resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
        pixels.encode_png().map_err(|error| error.to_string())
    }
}

impl Default for PngRenderer {
    fn default() -> Self {
        Self::new()
    }
}
