#!/usr/bin/env bash
# Installs what the browser tests need: Chromium, Firefox, WebKitGTK and nginx as Debian packages, and the npm packages of tests/.
#
# Only root can install nginx and WebKitGTK here. Without them the tests of nginx's recipe and those in WebKit are skipped.
# CHROMIUM=, FIREFOX=, WEBKIT_DRIVER= and XVFB= select other programs. Takes no time if nothing is missing.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# Languages that the tests in WebKit run in, as locales of the C library.
locales=(en_US de_DE ar_EG fa_IR he_IL ja_JP)

say() { printf '==> %s\n' "$*"; }
stop() { printf '%s\n' "$*" >&2; exit 1; }

# Retries while the locks of apt's lists and downloads are held. apt itself waits only for dpkg's lock.
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

# browser VARIABLE PACKAGE PROGRAM...: adds the package to `missing` unless the variable or one of the programs gives a browser.
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

install_debian_packages() {
  local missing=()
  browser CHROMIUM chromium chromium
  browser FIREFOX firefox-esr firefox-esr firefox
  if ((EUID == 0)) && type -P apt-get >/dev/null; then
    if ! type -P nginx >/dev/null; then missing+=(nginx-light); fi
    browser WEBKIT_DRIVER webkit2gtk-driver WebKitWebDriver
    browser XVFB xvfb Xvfb
    if ! type -P localedef >/dev/null || [[ ! -d /usr/share/i18n/locales ]]; then missing+=(locales); fi
  elif ! type -P "${WEBKIT_DRIVER:-WebKitWebDriver}" >/dev/null || ! type -P "${XVFB:-Xvfb}" >/dev/null; then
    say "The tests in WebKit will be skipped: on Debian, root can install webkit2gtk-driver and xvfb."
  fi
  ((${#missing[@]})) || return 0

  if ((EUID != 0)) || ! type -P apt-get >/dev/null; then
    stop "The browser tests run in Chromium and Firefox, and this machine lacks: ${missing[*]}." \
      "Please install them (on Debian, as root: apt-get install ${missing[*]})," \
      "or name the programs with CHROMIUM= and FIREFOX=, and call this again."
  fi
  say "Installing ${missing[*]} from Debian's packages for the browser tests: usually 1 to 2 minutes, once."
  apt update || stop "The list of Debian's packages could not be fetched; what apt-get said stands above."
  apt install --no-install-recommends "${missing[@]}" fonts-dejavu-core ||
    stop "They could not be installed; what apt-get said stands above."
}

# WebKit takes its language from the locale, and falls back to English without it.
install_locales() {
  local name installed
  ((EUID == 0)) && type -P apt-get >/dev/null || return 0
  installed=$(locale -a)
  for name in "${locales[@]}"; do
    grep -qxi "$name\.utf-\?8" <<<"$installed" || localedef -i "$name" -f UTF-8 "$name.UTF-8" ||
      stop "The locale $name could not be made; what localedef said stands above."
  done
}

install_packages() {
  # npm writes the second file last, so it is missing after an interrupted install
  local wanted=tests/package-lock.json installed=tests/node_modules/.package-lock.json
  [[ -f $installed && ! $wanted -nt $installed ]] && return
  say "Installing the npm packages of the browser tests: usually some seconds."
  npm ci --prefix tests --ignore-scripts --no-fund --no-audit --loglevel=error
}

install_debian_packages
install_locales
install_packages
