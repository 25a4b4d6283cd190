#!/usr/bin/env bash
# Prints the options by which rustc leaves folders of this machine out of what it writes: those of cargo's packages, one
# for each registry, and that of Rust's own sources, which are named as where they are not installed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
shopt -s nullglob

type -P rustc >/dev/null || exit 0 # .ci/tools.sh says what to do then
sources=$(rustc --print sysroot)/lib/rustlib/src/rust
printf -- '--remap-path-prefix=%s ' "$sources=/rustc/$(rustc -vV | sed -n 's/^commit-hash: //p')"
for packages in "${CARGO_HOME:-$HOME/.cargo}"/registry/src/*/; do
  printf -- '--remap-path-prefix=%s= ' "$packages"
done
