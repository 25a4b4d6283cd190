#!/usr/bin/env bash
# Installs the platform's command-line client with pip into target/, and runs the restore commands of the pages with it.
#
# Reports if the client cannot be installed; its test is skipped. Installing takes no time if nothing is missing.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

say() { printf '==> %s\n' "$*"; }

install_client() {
  local wanted=tests/restore/requirements.txt folder=target/aiven-client
  cmp -s "$wanted" "$folder/installed.txt" && return
  say "Installing the command-line client for the test of the restore commands: usually some seconds, once."
  rm -rf "$folder"
  python3 -m venv "$folder" &&
    "$folder/bin/pip" install --quiet --disable-pip-version-check --no-input --requirement "$wanted" &&
    cp "$wanted" "$folder/installed.txt"
}

if ! install_client; then
  say "The client cannot be installed here, for the reason above: its test is skipped."
  exit
fi
exec python3 tests/restore/run.py "$PWD/target/aiven-client/bin/avn"
