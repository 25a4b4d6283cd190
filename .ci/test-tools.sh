#!/usr/bin/env bash
# Installs what the page tests need: Chromium and Firefox from Debian's packages, and the npm packages of tests/.
#
# CHROMIUM= and FIREFOX= name browsers elsewhere. When everything is there this takes no time.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

say() { printf '==> %s\n' "$*"; }
stop() { printf '%s\n' "$*" >&2; exit 1; }

# apt waits by itself for dpkg's lock, but not for those of its lists and downloads, so another try is made for these.
apt() {
  local log try
  log=$(mktemp)
  for try in {1..30}; do
    if DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=300 "$@" >"$log" 2>&1 </dev/null; then
      rm -f "$log"
      return
    fi
    grep -qE 'Could not get lock|Unable to (lock|acquire)' "$log" || break
    ((try > 1)) || say "Another program is installing packages: waiting for it, up to 5 minutes."
    sleep 10
  done
  tail -n 20 "$log" >&2
  rm -f "$log"
  return 1
}

# browser VARIABLE PACKAGE PROGRAM...: notes the package as missing when the variable names no browser and no program is here.
browser() {
  local variable=$1 package=$2 program
  shift 2
  if [[ ${!variable:-} ]]; then
    type -P "${!variable}" >/dev/null || stop "$variable=${!variable} is no program that can be run."
    return
  fi
  for program; do
    if type -P "$program" >/dev/null; then return; fi
  done
  missing+=("$package")
}

install_browsers() {
  local missing=()
  browser CHROMIUM chromium chromium
  browser FIREFOX firefox-esr firefox-esr firefox
  ((${#missing[@]})) || return 0

  if ((EUID != 0)) || ! type -P apt-get >/dev/null; then
    stop "The page tests run in Chromium and Firefox, and this machine lacks: ${missing[*]}." \
      "Please install them (on Debian, as root: apt-get install ${missing[*]})," \
      "or name the programs with CHROMIUM= and FIREFOX=, and call this again."
  fi
  say "Installing ${missing[*]} from Debian's packages for the page tests: usually 1 to 2 minutes, once."
  apt update || stop "The list of Debian's packages could not be fetched; what apt-get said stands above."
  apt install --no-install-recommends "${missing[@]}" fonts-dejavu-core ||
    stop "The browsers could not be installed; what apt-get said stands above."
}

install_packages() {
  # npm writes the second file last, so an interrupted install does not look like a finished one
  local wanted=tests/package-lock.json installed=tests/node_modules/.package-lock.json
  [[ -f $installed && ! $wanted -nt $installed ]] && return
  say "Installing the npm packages of the page tests: usually some seconds."
  npm ci --prefix tests --ignore-scripts --no-fund --no-audit --loglevel=error
}

install_browsers
install_packages
