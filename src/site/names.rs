//! Short names for what Wasm and JavaScript have of each other. wasm-bindgen's long ones end in hashes, which no
//! compression makes small: 4 KB for each visitor.

use std::collections::BTreeMap;

const MAGIC: &[u8] = b"\0asm\x01\0\0\0";
const IMPORTS: u8 = 2;
const EXPORTS: u8 = 7;
const FUNCTION: u8 = 0;

/// The short name of each long one.
pub type Names = BTreeMap<String, String>;

/// A program whose imports and exports have short names; nothing of bytes that wasm-bindgen does not write.
pub fn shorten(mut wasm: &[u8]) -> Option<(Vec<u8>, Names)> {
    let mut names = Names::new();
    let mut out = wasm.split_off(..MAGIC.len())?.to_vec();
    if out != MAGIC {
        return None;
    }
    while let Some(id) = wasm.split_off_first() {
        let section = bytes(&mut wasm)?;
        out.push(*id);
        match *id {
            IMPORTS | EXPORTS => put_bytes(&mut out, &renamed(*id, section, &mut names)?),
            _ => put_bytes(&mut out, section),
        }
    }
    Some((out, names))
}

/// The section of imports or exports with short names.
fn renamed(id: u8, mut section: &[u8], names: &mut Names) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    let count = number(&mut section)?;
    put_number(&mut out, count);
    for _ in 0..count {
        if id == IMPORTS {
            put_bytes(&mut out, bytes(&mut section)?);
        }
        let name = str::from_utf8(bytes(&mut section)?).ok()?;
        put_bytes(&mut out, short(name, names).as_bytes());
        let kind = *section.split_off_first()?;
        if id == IMPORTS && kind != FUNCTION {
            return None;
        }
        out.push(kind);
        put_number(&mut out, number(&mut section)?);
    }
    Some(out)
}

/// Names without `__`, such as `memory`, are not wasm-bindgen's, and stay.
fn short(name: &str, names: &mut Names) -> String {
    if !name.contains("__") {
        return name.to_owned();
    }
    let next = letters(names.len());
    names.entry(name.to_owned()).or_insert(next).clone()
}

/// `a` to `z`, then `aa`, `ba` and so on.
fn letters(number: usize) -> String {
    let letter = char::from(b'a' + (number % 26) as u8);
    match number / 26 {
        0 => letter.to_string(),
        rest => format!("{letter}{}", letters(rest - 1)),
    }
}

/// A number as Wasm writes it: seven bits a byte, the lowest first.
fn number(from: &mut &[u8]) -> Option<usize> {
    let mut number = 0;
    for shift in (0..32).step_by(7) {
        let byte = usize::from(*from.split_off_first()?);
        number |= (byte & 0x7f) << shift;
        if byte < 0x80 {
            return Some(number);
        }
    }
    None
}

fn put_number(to: &mut Vec<u8>, mut number: usize) {
    while number >= 0x80 {
        to.push((number % 0x80) as u8 | 0x80);
        number /= 0x80;
    }
    to.push(number as u8);
}

/// So many bytes as the number before them says.
fn bytes<'a>(from: &mut &'a [u8]) -> Option<&'a [u8]> {
    let count = number(from)?;
    from.split_off(..count)
}

fn put_bytes(to: &mut Vec<u8>, bytes: &[u8]) {
    put_number(to, bytes.len());
    to.extend(bytes);
}
