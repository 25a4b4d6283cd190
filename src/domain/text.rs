//! Texts put together.

/// The texts with something between every two of them. What the standard library has for that is several times larger.
#[inline(never)]
pub fn join<T: AsRef<str>>(texts: &[T], between: &str) -> String {
    let mut all = String::new();
    for (index, text) in texts.iter().enumerate() {
        if index > 0 {
            all.push_str(between);
        }
        all.push_str(text.as_ref());
    }
    all
}
