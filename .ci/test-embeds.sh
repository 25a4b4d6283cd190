#!/usr/bin/env bash
# Installs what tests/embeds needs: Docusaurus with npm into its site's folder, and Sphinx with pip into .tools/.
#
# Reports what cannot be installed; its tests are skipped. Takes no time if nothing is missing.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

source .ci/pip.sh

install_docusaurus() {
  # npm writes the second file last, so it is missing after an interrupted install
  local folder=tests/embeds/docusaurus
  local wanted=$folder/package-lock.json installed=$folder/node_modules/.package-lock.json
  [[ -f $installed && ! $wanted -nt $installed ]] && return
  say "Installing Docusaurus for the tests of pages that show the calculator: usually 1 minute, once."
  npm ci --prefix "$folder" --ignore-scripts --no-fund --no-audit --loglevel=error
}

install_sphinx() {
  pip_install tests/embeds/sphinx/requirements.txt .tools/sphinx \
    "Installing Sphinx into .tools for the tests of pages that show the calculator: usually some seconds."
}

install_docusaurus || say "Docusaurus cannot be installed here, for the reason above: its tests are skipped."
install_sphinx || say "Sphinx cannot be installed here, for the reason above: its tests are skipped."
