//! The headers of every answer, in the file `_headers` that Cloudflare Pages and Netlify read. Other hosts are told the
//! same in their own words; `HOSTING.md` has them.

use super::assets::{self, Assets};

/// For every file: pages of other origins may show it, load its parts and read its data, those too that isolate
/// themselves (COEP) or show it in a sandbox without an origin (CORS).
const COMMON_HEADERS: [(&str, &str); 5] = [
    ("Access-Control-Allow-Origin", "*"),
    ("Cross-Origin-Embedder-Policy", "require-corp"),
    ("Cross-Origin-Resource-Policy", "cross-origin"),
    ("Referrer-Policy", "no-referrer"),
    ("X-Content-Type-Options", "nosniff"),
];

/// How long a browser may keep a file whose name is the hash of its bytes.
const CACHE_IMMUTABLE: &str = "public, max-age=31536000, immutable";

/// How long it may keep the script that other sites name.
const CACHE_ONE_HOUR: &str = "public, max-age=3600";

/// The file. No path is in two rules with the same header: both hosts would send both values.
pub fn headers(assets: &Assets) -> String {
    let mut text =
        "# No header forbids frames (X-Frame-Options, frame-ancestors): being framed is wanted.\n\
                    # Pages and data are left to the host, which asks for them anew each time.\n"
            .to_owned();
    text += &rule("*", &COMMON_HEADERS);
    for file in [&assets.boot, &assets.app, &assets.wasm] {
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
