//! A view as a picture of its own, for slides, wikis and READMEs: it says what it is about, after which edition of
//! the policy, and where it comes from. Colours are written out and nothing is fetched, so that it looks the same in
//! programs that know little of CSS.

use super::colours::painted;
use super::legend::legend;
use super::lines::{balance, width, wrap};
use super::mark::shape;
use super::picture::Picture;
use super::shapes::{Part, Shapes};
use crate::domain::text::{escape, join};
use crate::report::Sheet;
use crate::report::screen::SITE;

/// The paper a card is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// Light or dark, as the reader has it.
    Auto,
    /// Light, for a picture of pixels.
    Light,
}

const WIDTH: u32 = 800;
const EDGE: u32 = 40;
const INNER: u32 = WIDTH - 2 * EDGE;

/// What does not depend on colours.
const SHAPES: &str = "text{font-family:system-ui,Segoe UI,Helvetica Neue,DejaVu Sans,sans-serif}\
    .title,.answer,.sure-label{font-weight:600}.headline{font-weight:700}\
    .points{stroke-width:7;stroke-linecap:round}.edge{stroke-width:1.5;stroke-dasharray:3 3}\
    .at{stroke-width:3}.next,.key-next{fill:none;stroke-width:2}svg svg{overflow:visible}";

/// What does; see [`painted`].
const COLOURS: &str = ".paper{fill:$0;stroke:$3}.tab,.key-point{fill:$k}text{fill:$1}.soft,.axis text{fill:$2}\
    .mark{color:$k;fill:$k}.rule{stroke:$3}.axis line{stroke:$2}\
    .sure,.key-sure{fill:$k;fill-opacity:.2}.best,.key-best{fill:$k;fill-opacity:.07}\
    .log{fill:$k;fill-opacity:.45}.points,.edge,.key-sure,.key-best{stroke:$k}\
    .lost,.key-lost{fill:$7;fill-opacity:.3}.used,.key-used{fill:$4;fill-opacity:.45;stroke:$4}\
    .at,.next,.key-next{stroke:$7}.key-at,.given-up,.key-other{fill:$7}.gained,.key-gained{fill:$4}";

/// The card of a view as a file.
pub fn card(sheet: &Sheet, scheme: Scheme) -> String {
    let picture = sheet.picture.as_ref();
    let legend = picture.map(legend).unwrap_or_default();
    let mut drawn = Drawn {
        shapes: Shapes::default(),
        y: 44,
    };
    let kind = sheet.kind.map(|kind| kind as usize);
    drawn.paragraph(
        "title",
        &sheet.title,
        17,
        26,
        EDGE + sheet.kind.map_or(0, |_| 42),
    );
    drawn.y += 14;
    drawn.paragraph("headline", &sheet.headline, 30, 38, EDGE);
    // The picture says what the lead does.
    if picture.is_none() {
        drawn.line(&sheet.lead, "soft");
    }
    let widest = sheet.brief.iter().map(|one| one.reach.get()).max();
    for one in &sheet.brief {
        drawn.line(&one.text, if one.answer { "answer" } else { "soft" });
        drawn.bar(one.reach.get(), widest.unwrap_or_default());
    }
    if let Some(picture) = picture {
        drawn.y += 20;
        drawn.picture(Picture::new(picture));
        let mut x = EDGE;
        for key in &legend {
            let class = if key.gained { "key-gained" } else { key.class };
            x = drawn.key(x, class, &key.text);
        }
        drawn.y += 4;
    }
    drawn.y += 20;
    drawn.foot(
        &sheet.basis,
        match sheet.address.as_str() {
            "" => SITE,
            address => address,
        },
    );
    let height = (drawn.y + 24).to_string();
    let paint = |dark| painted(COLOURS, dark, kind);
    let dark = match scheme {
        Scheme::Auto => join(
            &["@media(prefers-color-scheme:dark){", &paint(true), "}"],
            "",
        ),
        Scheme::Light => String::new(),
    };
    let name = escape(&join(&[&sheet.title, ": ", &sheet.headline], ""));
    let seen = escape(picture.map_or("", |picture| &picture.text));
    join(
        &[
            r#"<svg xmlns="http://www.w3.org/2000/svg" role="img" width="800" height=""#,
            &height,
            r#"" viewBox="0 0 800 "#,
            &height,
            r#""><title>"#,
            &name,
            "</title><desc>",
            &seen,
            "</desc><style>",
            SHAPES,
            &paint(false),
            &dark,
            r#"</style><rect class="paper" x=".5" y=".5" width="799" height=""#,
            &(drawn.y + 23).to_string(),
            r#"" rx="16"/><rect class="tab" x="40" width="64" height="6"/>"#,
            r#"<svg class="mark" x="40" y="48" width="30" height="18" viewBox="0 0 20 12">"#,
            sheet.kind.map_or("", shape),
            "</svg>",
            &written(&drawn.shapes),
            "</svg>\n",
        ],
        "",
    )
}

/// What is drawn, and how far down it is full.
struct Drawn<'a> {
    shapes: Shapes<'a>,
    y: u32,
}

impl<'a> Drawn<'a> {
    /// A line of text on the line of writing of this height.
    fn text(
        &mut self,
        class: &'static str,
        text: &'a str,
        size: u32,
        x: u32,
        anchor: &'static str,
    ) {
        self.shapes.classed("text", class);
        self.shapes.pixels("x", x);
        self.shapes.pixels("y", self.y);
        self.shapes.pixels("font-size", size);
        self.shapes.label(text, anchor);
    }

    fn paragraph(&mut self, class: &'static str, text: &'a str, size: u32, height: u32, x: u32) {
        let wrap = if class == "soft" { wrap } else { balance };
        for line in wrap(text, size, class != "soft", WIDTH - EDGE - x) {
            // The line of writing stands a little above the end of the line.
            self.y += height - size / 3;
            self.text(class, line, size, x, "start");
            self.y += size / 3;
        }
    }

    /// A line of its own, where it says something.
    fn line(&mut self, text: &'a str, class: &'static str) {
        if !text.is_empty() {
            self.y += 8;
            self.paragraph(class, text, 17, 25, EDGE);
        }
    }

    /// A bar below a line, as long as its part of the greatest length.
    fn bar(&mut self, length: u32, greatest: u32) {
        if length == 0 {
            return;
        }
        self.y += 6;
        self.shapes.classed("rect", "tab");
        self.shapes.pixels("x", EDGE);
        self.shapes.pixels("y", self.y);
        self.shapes
            .pixels("width", (length * INNER / greatest).max(6));
        self.shapes.pixels("height", 6);
        self.shapes.pixels("rx", 3);
        self.shapes.close();
        self.y += 10;
    }

    fn picture(&mut self, picture: Picture<'a>) {
        self.shapes.open("svg");
        self.shapes.pixels("x", EDGE);
        self.shapes.pixels("y", self.y);
        self.shapes.pixels("width", INNER);
        self.shapes.pixels("height", picture.height);
        self.shapes.pixels("font-size", 13);
        self.shapes.0.extend(picture.shapes.0);
        self.shapes.close();
        self.y += picture.height + 26;
    }

    /// A key of the legend from here, or in a new line where there is no room. Gives where the next one begins.
    fn key(&mut self, mut x: u32, class: &'static str, text: &'a str) -> u32 {
        let indent = if class.starts_with("key") { 20 } else { 0 };
        let wide = indent + width(text, 13, false);
        if x > EDGE && x + wide > WIDTH - EDGE {
            x = EDGE;
            self.y += 22;
        }
        if indent > 0 {
            self.shapes.classed("rect", class);
            self.shapes.pixels("x", x);
            self.shapes.pixels("y", self.y - 11);
            self.shapes
                .pixels("width", if class.ends_with("-at") { 3 } else { 12 });
            self.shapes.pixels("height", 12);
            let round = class.ends_with("-point") || class.ends_with("-next");
            self.shapes.pixels("rx", if round { 6 } else { 0 });
            self.shapes.close();
        }
        let mut lines = wrap(text, 13, false, INNER - indent).into_iter();
        let mut next = lines.next();
        while let Some(line) = next {
            self.text("soft", line, 13, x + indent, "start");
            next = lines.next();
            self.y += if next.is_some() { 22 } else { 0 };
        }
        x + wide + 20
    }

    /// The edition and the address, beside each other where there is room.
    fn foot(&mut self, edition: &'a str, address: &'a str) {
        self.shapes.classed("line", "rule");
        self.shapes.pixels("x1", EDGE);
        self.shapes.pixels("x2", WIDTH - EDGE);
        self.shapes.pixels("y1", self.y);
        self.shapes.pixels("y2", self.y);
        self.shapes.close();
        self.y += 8;
        let beside = width(edition, 14, false) + width(address, 14, false) + EDGE < INNER;
        self.paragraph("soft", edition, 14, 24, EDGE);
        if beside {
            self.y -= 14 / 3;
            self.text("soft", address, 14, WIDTH - EDGE, "end");
            self.y += 14 / 3;
        } else {
            self.paragraph("soft", address, 14, 24, EDGE);
        }
    }
}

/// Shapes as text.
fn written(shapes: &Shapes) -> String {
    let mut out = String::new();
    let mut open: Vec<&str> = Vec::new();
    // Whether the tag of the innermost element is still open.
    let mut head = false;
    for part in &shapes.0 {
        if head && !matches!(part, Part::Set(..) | Part::Close) {
            out.push('>');
            head = false;
        }
        match part {
            Part::Open(name) => {
                out.extend(["<", name]);
                open.push(name);
                head = true;
            }
            Part::Set(name, value) => {
                out.extend([" ", name, "=\"", &value.to_string(), "\""]);
            }
            Part::Text(text) => out.push_str(&escape(text)),
            Part::Close => {
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
