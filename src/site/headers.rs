//! The HTTP headers of all files, in the file `_headers` that Cloudflare Pages and Netlify read. `HOSTING.md` has them for other
//! hosts.

use super::assets::{self, Assets, EditionFolder};

/// Headers of every file. Pages of other origins may embed it and read its data, including pages that are isolated (COEP) and
/// sandboxed pages without an origin (CORS).
const COMMON_HEADERS: [(&str, &str); 5] = [
    ("Access-Control-Allow-Origin", "*"),
    ("Cross-Origin-Embedder-Policy", "require-corp"),
    ("Cross-Origin-Resource-Policy", "cross-origin"),
    ("Referrer-Policy", "no-referrer"),
    ("X-Content-Type-Options", "nosniff"),
];

/// Cache control of files that are named by the hash of their content.
const CACHE_IMMUTABLE: &str = "public, max-age=31536000, immutable";

/// Cache control of the script that pages of other sites load.
const CACHE_ONE_HOUR: &str = "public, max-age=3600";

/// Returns the file. No path has the same header by two rules: the hosts would send both values.
pub fn headers(assets: &Assets, folders: &[EditionFolder]) -> String {
    let mut text =
        "# No header forbids frames (X-Frame-Options, frame-ancestors): being framed is wanted.\n\
         # Pages and data are left to the host, which asks for them anew each time.\n"
            .to_owned();
    text += &rule("*", &COMMON_HEADERS);
    let policies = folders.iter().map(|folder| &folder.policy_file);
    for file in [&assets.boot, &assets.styles, &assets.app, &assets.wasm]
        .into_iter()
        .chain(policies)
    {
        text += &rule(file, &[("Cache-Control", CACHE_IMMUTABLE)]);
    }
    text + &rule(assets::EMBED_SCRIPT, &[("Cache-Control", CACHE_ONE_HOUR)])
}

fn rule(file: &str, headers: &[(&str, &str)]) -> String {
    let lines: String = headers
        .iter()
        .map(|(name, value)| format!("  {name}: {value}\n"))
        .collect();
    format!("/{file}\n{lines}")
}
