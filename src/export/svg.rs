//! Pieces of SVG as plain data: the page turns them into elements, the card into text.

use std::fmt;

/// A piece of SVG. Looks follow the class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SvgToken<'a> {
    /// An element of this name begins.
    Open(&'static str),
    /// It has this attribute.
    Attr(&'static str, Value),
    /// It has this text.
    Text(&'a str),
    /// It ends.
    Close,
}

/// The value of an attribute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    /// As it is.
    Static(&'static str),
    /// A length in pixels.
    Px(u32),
    /// Hundredths of a percent of the width. Integers, so that the build and the browser write the same.
    Percent(u32),
    /// A length of so many steps and a trifle.
    PathLength(u32),
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Value::Static(word) => f.write_str(word),
            Value::Px(length) => write!(f, "{length}"),
            Value::Percent(share) => write!(f, "{}.{:02}%", share / 100, share % 100),
            Value::PathLength(steps) => write!(f, "{steps}.001"),
        }
    }
}

/// What is drawn, from the back to the front. A flat list, which makes less Wasm than a tree.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SvgBuilder<'a>(pub Vec<SvgToken<'a>>);

impl<'a> SvgBuilder<'a> {
    /// One more part.
    #[inline(never)]
    pub fn push(&mut self, token: SvgToken<'a>) {
        self.0.push(token);
    }

    /// An element begins.
    pub fn open(&mut self, name: &'static str) {
        self.push(SvgToken::Open(name));
    }

    /// An element of this class begins.
    #[inline(never)]
    pub fn open_with_class(&mut self, name: &'static str, class: &'static str) {
        self.open(name);
        self.attr("class", class);
    }

    /// An attribute of the open element.
    #[inline(never)]
    pub fn attr(&mut self, name: &'static str, value: &'static str) {
        self.push(SvgToken::Attr(name, Value::Static(value)));
    }

    /// A length in pixels of the open element.
    #[inline(never)]
    pub fn attr_px(&mut self, name: &'static str, length: u32) {
        self.push(SvgToken::Attr(name, Value::Px(length)));
    }

    /// A part of the width, in hundredths of a percent, of the open element.
    #[inline(never)]
    pub fn attr_percent(&mut self, name: &'static str, hundredths: u32) {
        self.push(SvgToken::Attr(name, Value::Percent(hundredths)));
    }

    /// How the text of the open element is aligned, the text, and its end.
    #[inline(never)]
    pub fn label(&mut self, text: &'a str, anchor: &'static str) {
        self.attr("text-anchor", anchor);
        self.push(SvgToken::Text(text));
        self.close();
    }

    /// The open element ends.
    #[inline(never)]
    pub fn close(&mut self) {
        self.push(SvgToken::Close);
    }
}
