#!/usr/bin/env bash
# Installs the build tools: the Wasm target, Trunk, wasm-bindgen, wasm-opt and esbuild.
#
# Uses a tool on PATH if its version fits. Otherwise installs it into .tools/, which git ignores and the Makefile puts
# first on PATH. Takes a second if nothing is missing. An interrupted install continues at the next call.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

trunk_version=0.21.14  # 0.22 needs a newer Rust than rust-toolchain.toml pins
binaryen_version=132
wasm_opt_at_least=119  # older versions fail on the output of this Rust
esbuild_version=0.28.2
node_at_least=20

root=$PWD/.tools
path_outside=$(printf '%s' "$PATH" | tr ':' '\n' | grep -vxF "$root/bin" | paste -sd: -)

say() { printf '==> %s\n' "$*"; }
stop() { printf '%s\n' "$*" >&2; exit 1; }

# Prints the first dotted number in the output of "PROGRAM --version", or nothing if there is none or it does not run.
version_of() { "$1" --version 2>/dev/null | grep -oE '[0-9]+(\.[0-9]+)*' | head -n 1 || true; }
at_least() { [[ $1 =~ ^([0-9]+) ]] && ((BASH_REMATCH[1] >= $2)); }
equals() { [[ $1 == "$2" ]]; }

# have PROGRAM TEST VERSION: tests whether a fitting version is installed, in .tools or elsewhere on PATH.
# Removes an outdated copy in .tools that would hide a fitting one elsewhere.
have() {
  local program=$1 test=$2 wanted=$3 elsewhere
  "$test" "$(version_of "$root/bin/$program")" "$wanted" && return
  elsewhere=$(PATH=$path_outside type -P "$program") || return 1
  "$test" "$(version_of "$elsewhere")" "$wanted" || return 1
  rm -f "$root/bin/$program"
}

# Shares one target folder between the Rust tools; it is removed when both are installed.
# Without debug information they compile faster and take a fifth of the disk space.
cargo_install() {
  CARGO_PROFILE_DEV_DEBUG=0 cargo install --force --debug --root "$root" --target-dir "$root/target" "$@"
}

check_basics() {
  type -P rustc cargo >/dev/null ||
    stop "Rust is missing: install rustup (the page rustup.rs says how), then call this again."
  type -P cc >/dev/null ||
    stop "A C linker is missing, which Rust needs: on Debian, apt-get install build-essential brings it."
  { type -P node npm >/dev/null && at_least "$(version_of node)" "$node_at_least"; } ||
    stop "Node.js $node_at_least or newer with npm is missing: wasm-opt, esbuild, the small web server and the browser tests run on it."
  [[ -f Cargo.lock ]] ||
    stop "Cargo.lock is missing, which says which wasm-bindgen fits: cargo generate-lockfile writes it."
}

install_rust() {
  local version
  if ! rustc --version >/dev/null 2>&1; then
    version=$(sed -n 's/^channel = "\(.*\)"/\1/p' rust-toolchain.toml)
    say "Installing Rust $version, which rust-toolchain.toml names, with rustup: usually 1 minute."
    rustup toolchain install "$version" --profile minimal --component rustfmt --component clippy ||
      stop "Rust $version could not be installed. Where this machine has it under another name, say RUSTUP_TOOLCHAIN=stable."
  fi
  if [[ ! -d $(rustc --print sysroot)/lib/rustlib/wasm32-unknown-unknown/lib ]]; then
    type -P rustup >/dev/null ||
      stop "This Rust cannot compile for the browser: its target wasm32-unknown-unknown is missing, and there is no rustup to add it."
    say "Adding the target wasm32-unknown-unknown to Rust: usually some seconds."
    rustup target add wasm32-unknown-unknown
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
  # not --locked: its lock file names a crate that is no longer available
  cargo_install wasm-bindgen-cli --version "$version" --bin wasm-bindgen
}

# npm_install PROGRAM PACKAGE VERSION: uses a folder for each package, because npm removes packages that it was not told to keep.
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
