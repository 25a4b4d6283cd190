//! A view as a picture of its own, for slides, wikis and READMEs: it says what it is about, after which edition of
//! the policy, and where it comes from. Colours are written out and nothing is fetched, so that it looks the same in
//! programs that know little of CSS.

use super::kind_icon::svg;
use super::legend::legend;
use super::palette::apply_palette;
use super::svg::{SvgBuilder, SvgToken};
use super::text_layout::{balance, text_width, wrap};
use super::timeline_svg::TimelineSvg;
use crate::domain::text::{escape_xml, join};
use crate::report::ExportDocument;
use crate::report::page::SITE_NAME;

/// The paper a card is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColorScheme {
    /// Light or dark, as the reader has it.
    Auto,
    /// Light, for a picture of pixels.
    Light,
}

const CARD_WIDTH: u32 = 800;
const PADDING: u32 = 40;
const CONTENT_WIDTH: u32 = CARD_WIDTH - 2 * PADDING;

/// What does not depend on colours.
const BASE_CSS: &str = "text{font-family:system-ui,Segoe UI,Helvetica Neue,DejaVu Sans,sans-serif}\
    .title,.answer,.sure-label{font-weight:600}.headline{font-weight:700}\
    .points{stroke-width:7;stroke-linecap:round}.edge{stroke-width:1.5;stroke-dasharray:3 3}\
    .at{stroke-width:3}.next,.key-next{fill:none;stroke-width:2}svg svg{overflow:visible}";

/// What does; see [`painted`].
const COLOR_CSS: &str = ".paper{fill:$0;stroke:$3}.tab,.key-point{fill:$k}text{fill:$1}.soft,.axis text{fill:$2}\
    .mark{color:$k;fill:$k}.rule{stroke:$3}.axis line{stroke:$2}\
    .sure,.key-sure{fill:$k;fill-opacity:.2}.best,.key-best{fill:$k;fill-opacity:.07}\
    .log{fill:$k;fill-opacity:.45}.points,.edge,.key-sure,.key-best{stroke:$k}\
    .lost,.key-lost{fill:$7;fill-opacity:.3}.used,.key-used{fill:$4;fill-opacity:.45;stroke:$4}\
    .at,.next,.key-next{stroke:$7}.key-at,.given-up,.key-other{fill:$7}.gained,.key-gained{fill:$4}";

/// The card of a view as a file.
pub fn card(sheet: &ExportDocument, scheme: ColorScheme) -> String {
    let picture = sheet.picture.as_ref();
    let legend = picture.map(legend).unwrap_or_default();
    let mut layout = CardLayout {
        svg: SvgBuilder::default(),
        cursor_y: 44,
    };
    let kind = sheet.kind.map(|kind| kind as usize);
    layout.wrapped_text(
        "title",
        &sheet.title,
        17,
        26,
        PADDING + sheet.kind.map_or(0, |_| 42),
    );
    layout.cursor_y += 14;
    layout.wrapped_text("headline", &sheet.headline, 30, 38, PADDING);
    // The picture says what the lead does.
    if picture.is_none() {
        layout.paragraph(&sheet.lead, "soft");
    }
    let longest = sheet
        .card_lines
        .iter()
        .map(|one| one.bar_length.get())
        .max();
    for line in &sheet.card_lines {
        layout.paragraph(&line.text, if line.is_answer { "answer" } else { "soft" });
        layout.bar(line.bar_length.get(), longest.unwrap_or_default());
    }
    if let Some(picture) = picture {
        layout.cursor_y += 20;
        layout.picture(TimelineSvg::new(picture));
        let mut x = PADDING;
        for entry in &legend {
            let class = if entry.is_gain {
                "key-gained"
            } else {
                entry.class
            };
            x = layout.legend_entry(x, class, &entry.text);
        }
        layout.cursor_y += 4;
    }
    layout.cursor_y += 20;
    layout.footer(
        &sheet.source_line,
        match sheet.url.as_str() {
            "" => SITE_NAME,
            address => address,
        },
    );
    let height = (layout.cursor_y + 24).to_string();
    let paint = |dark| apply_palette(COLOR_CSS, dark, kind);
    let dark = match scheme {
        ColorScheme::Auto => join(
            &["@media(prefers-color-scheme:dark){", &paint(true), "}"],
            "",
        ),
        ColorScheme::Light => String::new(),
    };
    let name = escape_xml(&join(&[&sheet.title, ": ", &sheet.headline], ""));
    let description = escape_xml(picture.map_or("", |picture| &picture.alt_text));
    join(
        &[
            r#"<svg xmlns="http://www.w3.org/2000/svg" role="img" width="800" height=""#,
            &height,
            r#"" viewBox="0 0 800 "#,
            &height,
            r#""><title>"#,
            &name,
            "</title><desc>",
            &description,
            "</desc><style>",
            BASE_CSS,
            &paint(false),
            &dark,
            r#"</style><rect class="paper" x=".5" y=".5" width="799" height=""#,
            &(layout.cursor_y + 23).to_string(),
            r#"" rx="16"/><rect class="tab" x="40" width="64" height="6"/>"#,
            r#"<svg class="mark" x="40" y="48" width="30" height="18" viewBox="0 0 20 12">"#,
            sheet.kind.map_or("", svg),
            "</svg>",
            &to_svg(&layout.svg),
            "</svg>\n",
        ],
        "",
    )
}

/// What is drawn, and how far down it is full.
struct CardLayout<'a> {
    svg: SvgBuilder<'a>,
    cursor_y: u32,
}

impl<'a> CardLayout<'a> {
    /// A line of text on the line of writing of this height.
    fn text(
        &mut self,
        class: &'static str,
        text: &'a str,
        size: u32,
        x: u32,
        anchor: &'static str,
    ) {
        self.svg.open_with_class("text", class);
        self.svg.attr_px("x", x);
        self.svg.attr_px("y", self.cursor_y);
        self.svg.attr_px("font-size", size);
        self.svg.label(text, anchor);
    }

    fn wrapped_text(&mut self, class: &'static str, text: &'a str, size: u32, height: u32, x: u32) {
        let wrap = if class == "soft" { wrap } else { balance };
        for line in wrap(text, size, class != "soft", CARD_WIDTH - PADDING - x) {
            // The line of writing stands a little above the end of the line.
            self.cursor_y += height - size / 3;
            self.text(class, line, size, x, "start");
            self.cursor_y += size / 3;
        }
    }

    /// A line of its own, where it says something.
    fn paragraph(&mut self, text: &'a str, class: &'static str) {
        if !text.is_empty() {
            self.cursor_y += 8;
            self.wrapped_text(class, text, 17, 25, PADDING);
        }
    }

    /// A bar below a line, as long as its part of the greatest length.
    fn bar(&mut self, length: u32, longest: u32) {
        if length == 0 {
            return;
        }
        self.cursor_y += 6;
        self.svg.open_with_class("rect", "tab");
        self.svg.attr_px("x", PADDING);
        self.svg.attr_px("y", self.cursor_y);
        self.svg
            .attr_px("width", (length * CONTENT_WIDTH / longest).max(6));
        self.svg.attr_px("height", 6);
        self.svg.attr_px("rx", 3);
        self.svg.close();
        self.cursor_y += 10;
    }

    fn picture(&mut self, picture: TimelineSvg<'a>) {
        self.svg.open("svg");
        self.svg.attr_px("x", PADDING);
        self.svg.attr_px("y", self.cursor_y);
        self.svg.attr_px("width", CONTENT_WIDTH);
        self.svg.attr_px("height", picture.height);
        self.svg.attr_px("font-size", 13);
        self.svg.0.extend(picture.svg.0);
        self.svg.close();
        self.cursor_y += picture.height + 26;
    }

    /// A key of the legend from here, or in a new line where there is no room. Gives where the next one begins.
    fn legend_entry(&mut self, mut x: u32, class: &'static str, text: &'a str) -> u32 {
        let indent = if class.starts_with("key") { 20 } else { 0 };
        let wide = indent + text_width(text, 13, false);
        if x > PADDING && x + wide > CARD_WIDTH - PADDING {
            x = PADDING;
            self.cursor_y += 22;
        }
        if indent > 0 {
            self.svg.open_with_class("rect", class);
            self.svg.attr_px("x", x);
            self.svg.attr_px("y", self.cursor_y - 11);
            self.svg
                .attr_px("width", if class.ends_with("-at") { 3 } else { 12 });
            self.svg.attr_px("height", 12);
            let round = class.ends_with("-point") || class.ends_with("-next");
            self.svg.attr_px("rx", if round { 6 } else { 0 });
            self.svg.close();
        }
        let mut lines = wrap(text, 13, false, CONTENT_WIDTH - indent).into_iter();
        let mut next = lines.next();
        while let Some(line) = next {
            self.text("soft", line, 13, x + indent, "start");
            next = lines.next();
            self.cursor_y += if next.is_some() { 22 } else { 0 };
        }
        x + wide + 20
    }

    /// The edition and the address, beside each other where there is room.
    fn footer(&mut self, edition: &'a str, address: &'a str) {
        self.svg.open_with_class("line", "rule");
        self.svg.attr_px("x1", PADDING);
        self.svg.attr_px("x2", CARD_WIDTH - PADDING);
        self.svg.attr_px("y1", self.cursor_y);
        self.svg.attr_px("y2", self.cursor_y);
        self.svg.close();
        self.cursor_y += 8;
        let beside = text_width(edition, 14, false) + text_width(address, 14, false) + PADDING
            < CONTENT_WIDTH;
        self.wrapped_text("soft", edition, 14, 24, PADDING);
        if beside {
            self.cursor_y -= 14 / 3;
            self.text("soft", address, 14, CARD_WIDTH - PADDING, "end");
            self.cursor_y += 14 / 3;
        } else {
            self.wrapped_text("soft", address, 14, 24, PADDING);
        }
    }
}

/// Shapes as text.
fn to_svg(svg: &SvgBuilder) -> String {
    let mut out = String::new();
    let mut open: Vec<&str> = Vec::new();
    // Whether the tag of the innermost element is still open.
    let mut head = false;
    for token in &svg.0 {
        if head && !matches!(token, SvgToken::Attr(..) | SvgToken::Close) {
            out.push('>');
            head = false;
        }
        match token {
            SvgToken::Open(name) => {
                out.extend(["<", name]);
                open.push(name);
                head = true;
            }
            SvgToken::Attr(name, value) => {
                out.extend([" ", name, "=\"", &value.to_string(), "\""]);
            }
            SvgToken::Text(text) => out.push_str(&escape_xml(text)),
            SvgToken::Close => {
                let name = open.pop().unwrap_or_default();
                match std::mem::take(&mut head) {
                    true => out.push_str("/>"),
                    false => out.extend(["</", name, ">"]),
                }
            }
        }
    }
    out
}
