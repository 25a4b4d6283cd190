//! Elements built by calls instead of `html!`: the same virtual DOM from less Wasm, which every visitor pays for.
//! (Measured when the whole page was changed from the one to the other: 22 KB less, 4 KB as brotli.)

use yew::prelude::*;
use yew::virtual_dom::{VNode, VTag, VText};

/// An element that is being built.
pub struct Element(Box<VTag>);

/// An element of this name, without attributes and children.
#[inline(never)]
pub fn el(name: &'static str) -> Element {
    Element(Box::new(VTag::new(name)))
}

/// An element of this name and class.
#[inline(never)]
pub fn classed(name: &'static str, class: &'static str) -> Element {
    el(name).attr("class", class)
}

/// A section, named by the heading that it begins with.
#[inline(never)]
pub fn headed(id: &'static str, title: &'static str) -> Element {
    el("section")
        .attr("aria-labelledby", id)
        .with(el("h2").attr("id", id).text(title))
}

/// A term with what is said of it, for a list of such.
#[inline(never)]
pub fn row(term: &'static str, words: &str) -> Element {
    el("div")
        .with(el("dt").text(term))
        .with(el("dd").words(words))
}

impl Element {
    /// With an attribute whose value never changes.
    #[inline(never)]
    pub fn attr(self, name: &'static str, value: &'static str) -> Self {
        self.set(name, AttrValue::Static(value))
    }

    /// With an attribute.
    #[inline(never)]
    pub fn set(mut self, name: &'static str, value: AttrValue) -> Self {
        self.0.add_attribute(name, value);
        self
    }

    /// With an attribute whose value is copied.
    #[inline(never)]
    pub fn copy(self, name: &'static str, value: &str) -> Self {
        self.set(name, AttrValue::from(value.to_owned()))
    }

    /// With an attribute where there is a value.
    pub fn maybe(self, name: &'static str, value: Option<&'static str>) -> Self {
        match value {
            Some(value) => self.attr(name, value),
            None => self,
        }
    }

    /// With this text in the field, whatever was typed into it before. An empty field is written without the attribute,
    /// as it stands in a browser, where the value is no attribute.
    #[inline(never)]
    pub fn value(mut self, text: &str) -> Self {
        if cfg!(target_arch = "wasm32") || !text.is_empty() {
            self.0.set_value(AttrValue::from(text.to_owned()));
        }
        self
    }

    /// With the box ticked or not, whatever was clicked before.
    #[inline(never)]
    pub fn checked(mut self, checked: bool) -> Self {
        self.0.set_checked(checked);
        self
    }

    /// With a key: a different key makes a new element instead of changing this one.
    pub fn key(mut self, key: &str) -> Self {
        self.0.key = Some(key.into());
        self
    }

    /// With text that never changes.
    #[inline(never)]
    pub fn text(mut self, text: &'static str) -> Self {
        self.0.add_child(VNode::from(VText::new(text)));
        self
    }

    /// With text.
    #[inline(never)]
    pub fn words(mut self, text: &str) -> Self {
        self.0.add_child(VNode::from(VText::new(text.to_owned())));
        self
    }

    /// With an element inside.
    #[inline(never)]
    pub fn with(self, child: Element) -> Self {
        self.child(child.into())
    }

    /// With a node inside.
    #[inline(never)]
    pub fn child(mut self, child: Html) -> Self {
        self.0.add_child(child);
        self
    }

    /// With nodes inside.
    pub fn children(mut self, children: impl Iterator<Item = Html>) -> Self {
        for child in children {
            self = self.child(child);
        }
        self
    }

    /// Calls back when it, or something in it, is clicked.
    pub fn onclick(mut self, callback: Callback<MouseEvent>) -> Self {
        self.0
            .add_listener(std::rc::Rc::new(yew::html::onclick::Wrapper::new(callback)));
        self
    }

    /// Calls back when something is typed or chosen in a field inside it.
    pub fn oninput(mut self, callback: Callback<InputEvent>) -> Self {
        self.0
            .add_listener(std::rc::Rc::new(yew::html::oninput::Wrapper::new(callback)));
        self
    }

    /// Calls back when a key is pressed in it.
    pub fn onkeydown(mut self, callback: Callback<KeyboardEvent>) -> Self {
        self.0
            .add_listener(std::rc::Rc::new(yew::html::onkeydown::Wrapper::new(
                callback,
            )));
        self
    }
}

impl From<Element> for Html {
    #[inline(never)]
    fn from(element: Element) -> Self {
        VNode::from(*element.0)
    }
}
