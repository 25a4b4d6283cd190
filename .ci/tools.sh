#!/usr/bin/env bash
# Installs what building the site needs: the Wasm target, the sources of Rust's standard library, Trunk, wasm-bindgen, wasm-opt and esbuild.
#
# A tool on PATH is used where its version fits; another goes into .tools/, which git ignores and the Makefile puts
# first on PATH. When everything is there this takes a second. An interrupted install goes on at the next call.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

trunk_version=0.21.14  # 0.22 asks for a newer Rust than rust-toolchain.toml names
binaryen_version=132
wasm_opt_at_least=119  # older ones fail on what this Rust writes
esbuild_version=0.28.2
node_at_least=20

root=$PWD/.tools
path_outside=$(printf '%s' "$PATH" | tr ':' '\n' | grep -vxF "$root/bin" | paste -sd: -)

say() { printf '==> %s\n' "$*"; }
stop() { printf '%s\n' "$*" >&2; exit 1; }

# The first number with dots in what "PROGRAM --version" prints; nothing when there is none or it does not run.
version_of() { "$1" --version 2>/dev/null | grep -oE '[0-9]+(\.[0-9]+)*' | head -n 1 || true; }
at_least() { [[ $1 =~ ^([0-9]+) ]] && ((BASH_REMATCH[1] >= $2)); }
equals() { [[ $1 == "$2" ]]; }

# have PROGRAM TEST VERSION: whether the program is here in a version that fits, in .tools or else elsewhere on PATH.
# A copy in .tools that no longer fits must not hide a fitting one elsewhere.
have() {
  local program=$1 test=$2 wanted=$3 elsewhere
  "$test" "$(version_of "$root/bin/$program")" "$wanted" && return
  elsewhere=$(PATH=$path_outside type -P "$program") || return 1
  "$test" "$(version_of "$elsewhere")" "$wanted" || return 1
  rm -f "$root/bin/$program"
}

# Both Rust tools share one folder of compiled crates, which stays until both are installed.
# Without debug information they compile faster and take a fifth of the room.
cargo_install() {
  CARGO_PROFILE_DEV_DEBUG=0 cargo install --force --debug --root "$root" --target-dir "$root/target" "$@"
}

check_basics() {
  type -P rustc cargo >/dev/null ||
    stop "Rust is missing: install rustup (the page rustup.rs says how), then call this again."
  type -P cc >/dev/null ||
    stop "A C linker is missing, which Rust needs: on Debian, apt-get install build-essential brings it."
  { type -P node npm >/dev/null && at_least "$(version_of node)" "$node_at_least"; } ||
    stop "Node.js $node_at_least or newer with npm is missing: wasm-opt, esbuild, the small web server and the page tests run on it."
  [[ -f Cargo.lock ]] ||
    stop "Cargo.lock is missing, which says which wasm-bindgen fits: cargo generate-lockfile writes it."
}

install_rust() {
  local version
  if ! rustc --version >/dev/null 2>&1; then
    version=$(sed -n 's/^channel = "\(.*\)"/\1/p' rust-toolchain.toml)
    say "Installing Rust $version, which rust-toolchain.toml names, with rustup: usually 1 minute."
    rustup toolchain install "$version" --profile minimal --component rustfmt --component clippy --component rust-src ||
      stop "Rust $version could not be installed. Where this machine has it under another name, say RUSTUP_TOOLCHAIN=stable."
  fi
  if [[ ! -d $(rustc --print sysroot)/lib/rustlib/wasm32-unknown-unknown/lib ]]; then
    type -P rustup >/dev/null ||
      stop "This Rust cannot compile for the browser: its target wasm32-unknown-unknown is missing, and there is no rustup to add it."
    say "Adding the target wasm32-unknown-unknown to Rust: usually some seconds."
    rustup target add wasm32-unknown-unknown
  fi
  if [[ ! -f $(rustc --print sysroot)/lib/rustlib/src/rust/library/Cargo.lock ]]; then
    type -P rustup >/dev/null ||
      stop "This Rust has no sources of its standard library, which a release compiles anew, and there is no rustup to add them."
    say "Adding the sources of the standard library to Rust: usually some seconds."
    rustup component add rust-src
  fi
}

install_trunk() {
  have trunk equals "$trunk_version" && return
  say "Installing Trunk $trunk_version into .tools, compiled here: usually 2 to 4 minutes, once."
  cargo_install trunk --version "$trunk_version" --locked --no-default-features --features rustls
}

install_wasm_bindgen() {
  local version
  version=$(awk '$0 == "name = \"wasm-bindgen\"" { getline; gsub(/[^0-9.]/, ""); print; exit }' Cargo.lock)
  [[ $version ]] || stop "Cargo.lock names no wasm-bindgen, so it does not belong to this project: git checkout Cargo.lock restores it."
  have wasm-bindgen equals "$version" && return
  say "Installing wasm-bindgen $version into .tools, the version in Cargo.lock, compiled here: usually 1 to 2 minutes, once."
  # not --locked: its lock file names a crate that is no longer to be had
  cargo_install wasm-bindgen-cli --version "$version" --bin wasm-bindgen
}

# npm_install PROGRAM PACKAGE VERSION: a folder for each package, since npm removes from one what it was not asked for.
npm_install() {
  local program=$1 package=$2 version=$3
  mkdir -p "$root/bin" "$root/npm/$package"
  npm install --prefix "$root/npm/$package" --no-save --ignore-scripts --no-fund --no-audit --loglevel=error "$package@$version"
  ln -sfn "../npm/$package/node_modules/$package/bin/$program" "$root/bin/$program"
}

install_wasm_opt() {
  have wasm-opt at_least "$wasm_opt_at_least" && return
  say "Installing wasm-opt $binaryen_version into .tools with npm: usually some seconds."
  npm_install wasm-opt binaryen "$binaryen_version"
  have wasm-opt at_least "$wasm_opt_at_least" ||
    stop "The installed wasm-opt does not run: remove the folder .tools/npm and call this again."
}

install_esbuild() {
  have esbuild equals "$esbuild_version" && return
  say "Installing esbuild $esbuild_version into .tools with npm: usually some seconds."
  npm_install esbuild esbuild "$esbuild_version"
  have esbuild equals "$esbuild_version" ||
    stop "The installed esbuild does not run: remove the folder .tools/npm and call this again."
}

check_basics
install_rust
install_trunk
install_wasm_bindgen
install_wasm_opt
install_esbuild
rm -rf "$root/target"
