#!/usr/bin/env bash
# Prints rustc's --remap-path-prefix options for the local folders of cargo's packages and of Rust's own sources.
#
# The latter become the path that rustc uses where the component rust-src is not installed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
shopt -s nullglob

type -P rustc >/dev/null || exit 0 # .ci/tools.sh reports this
sources=$(rustc --print sysroot)/lib/rustlib/src/rust
printf -- '--remap-path-prefix=%s ' "$sources=/rustc/$(rustc -vV | sed -n 's/^commit-hash: //p')"
for packages in "${CARGO_HOME:-$HOME/.cargo}"/registry/src/*/; do
  printf -- '--remap-path-prefix=%s= ' "$packages"
done
