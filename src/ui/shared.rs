//! Props that are compared by identity.

use std::ops::Deref;
use std::rc::Rc;

use yew::html::IntoPropValue;

/// A shared value that equals only its own clones.
///
/// An update of the content keeps the `Rc` of reports that it does not build anew (see
/// [`PageContent::updated`](crate::report::PageContent::updated)), so that components with these reports need not render. Comparing
/// contents instead would walk through whole reports at every step of the slider.
#[derive(Debug)]
pub struct Shared<T>(Rc<T>);

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Eq for Shared<T> {}

impl<T> Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> From<Rc<T>> for Shared<T> {
    fn from(value: Rc<T>) -> Self {
        Self(value)
    }
}

impl<T> IntoPropValue<Shared<T>> for Rc<T> {
    fn into_prop_value(self) -> Shared<T> {
        self.into()
    }
}
