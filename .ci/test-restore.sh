#!/usr/bin/env bash
# Installs the platform's command-line client with pip into target/, and runs the restore commands of the pages with it.
#
# Reports if the client cannot be installed; its test is skipped. Installing takes no time if nothing is missing.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

source .ci/pip.sh

if ! pip_install tests/restore/requirements.txt target/aiven-client \
  "Installing the command-line client for the test of the restore commands: usually some seconds, once."; then
  say "The client cannot be installed here, for the reason above: its test is skipped."
  exit
fi
exec python3 tests/restore/run.py "$PWD/target/aiven-client/bin/avn"
