//! Pieces of SVG as plain data: the page turns them into elements, the card into text.

use std::fmt;

/// A piece of SVG. Looks follow the class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part<'a> {
    /// An element of this name begins.
    Open(&'static str),
    /// It has this attribute.
    Set(&'static str, Value),
    /// It has this text.
    Text(&'a str),
    /// It ends.
    Close,
}

/// The value of an attribute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    /// As it is.
    Word(&'static str),
    /// A length in pixels.
    Pixels(u32),
    /// Hundredths of a percent of the width. Integers, so that the build and the browser write the same.
    Share(u32),
    /// A length of so many steps and a trifle.
    Steps(u32),
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Value::Word(word) => f.write_str(word),
            Value::Pixels(length) => write!(f, "{length}"),
            Value::Share(share) => write!(f, "{}.{:02}%", share / 100, share % 100),
            Value::Steps(steps) => write!(f, "{steps}.001"),
        }
    }
}

/// What is drawn, from the back to the front. A flat list, which makes less Wasm than a tree.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shapes<'a>(pub Vec<Part<'a>>);

impl<'a> Shapes<'a> {
    /// One more part.
    #[inline(never)]
    pub fn put(&mut self, part: Part<'a>) {
        self.0.push(part);
    }

    /// An element begins.
    pub fn open(&mut self, name: &'static str) {
        self.put(Part::Open(name));
    }

    /// An element of this class begins.
    #[inline(never)]
    pub fn classed(&mut self, name: &'static str, class: &'static str) {
        self.open(name);
        self.word("class", class);
    }

    /// An attribute of the open element.
    #[inline(never)]
    pub fn word(&mut self, name: &'static str, word: &'static str) {
        self.put(Part::Set(name, Value::Word(word)));
    }

    /// A length in pixels of the open element.
    #[inline(never)]
    pub fn pixels(&mut self, name: &'static str, length: u32) {
        self.put(Part::Set(name, Value::Pixels(length)));
    }

    /// A part of the width, in hundredths of a percent, of the open element.
    #[inline(never)]
    pub fn share(&mut self, name: &'static str, share: u32) {
        self.put(Part::Set(name, Value::Share(share)));
    }

    /// How the text of the open element is aligned, the text, and its end.
    #[inline(never)]
    pub fn label(&mut self, text: &'a str, anchor: &'static str) {
        self.word("text-anchor", anchor);
        self.put(Part::Text(text));
        self.close();
    }

    /// The open element ends.
    #[inline(never)]
    pub fn close(&mut self) {
        self.put(Part::Close);
    }
}
