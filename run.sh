#!/usr/bin/env bash
# Builds EqAssess and starts it with a demonstration workspace on this machine.
# Usage: ./run.sh            then open the links that it prints
#        ./run.sh --set-up   only installs what is missing and builds
set -euo pipefail
cd "$(dirname "$0")"

say() { printf '%s\n' "$*" >&2; }

# Runs a command as root where that is possible without asking for a password.
as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; elif command -v sudo >/dev/null 2>&1; then sudo "$@"; else return 1; fi
}

install_packages() {
  if ! command -v apt-get >/dev/null 2>&1; then
    say "Please install: $* (this system has no apt-get)."
    return 1
  fi
  say "Installing: $*"
  as_root apt-get update -qq >/dev/null 2>&1 || true
  if ! as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null; then
    say "Could not install $*. Install them by hand (as root: apt-get install $*) and start again."
    return 1
  fi
}

find_browser() {
  local name
  for name in "${Pdf__BrowserPath:-}" chromium chromium-browser google-chrome google-chrome-stable microsoft-edge \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge"; do
    if [ -n "$name" ] && { command -v "$name" >/dev/null 2>&1 || [ -x "$name" ]; }; then return 0; fi
  done
  return 1
}

set_up() {
  if ! command -v dotnet >/dev/null 2>&1; then
    say "The .NET 10 SDK is missing. Install it from https://dot.net and start again."
    exit 1
  fi
  # PDF reports are printed by a browser; without one everything else works.
  find_browser || install_packages chromium fonts-noto-core fonts-noto-cjk || true
}

build() {
  say "Building (the first time takes a minute or two) ..."
  dotnet build src/EqAssess.Web -c Release --nologo -v quiet -clp:ErrorsOnly
}

set_up
build
[ "${1:-}" = "--set-up" ] && exit 0
export ASPNETCORE_ENVIRONMENT="${ASPNETCORE_ENVIRONMENT:-Development}"
export ASPNETCORE_URLS="${ASPNETCORE_URLS:-http://localhost:5080}"
cd src/EqAssess.Web
exec dotnet run -c Release --no-build --no-launch-profile
