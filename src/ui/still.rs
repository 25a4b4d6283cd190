//! A part of the page that is drawn anew only when its version changes: what is around it may be drawn often, as while
//! an incident is dragged along the picture.

use yew::prelude::*;
use yew::virtual_dom::VComp;

/// What to draw, and its version.
#[derive(Properties)]
pub struct StillProps {
    version: u32,
    draw: Callback<(), Html>,
}

impl PartialEq for StillProps {
    fn eq(&self, other: &Self) -> bool {
        self.version == other.version
    }
}

/// Holds its part as it is until there is another version of it.
struct Still;

impl Component for Still {
    type Message = ();
    type Properties = StillProps;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        ctx.props().draw.emit(())
    }
}

/// A part of this version, drawn after what is around it.
pub fn still(version: u32, key: &str, draw: impl Fn() -> Html + 'static) -> Html {
    let props = StillProps {
        version,
        draw: Callback::from(move |()| draw()),
    };
    VComp::new::<Still>(props.into(), Some(key.into())).into()
}

/// The versions of the parts that may be held still.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Versions {
    /// Of the matrix.
    pub matrix: u32,
    /// Of the picture and the figures.
    pub picture: u32,
    /// Of what lies below the figures.
    pub rest: u32,
}
