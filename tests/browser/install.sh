#!/bin/sh
# Installs what the tests need and this machine lacks: Chromium and npm from Debian's packages, the rest by npm.
set -eu
cd "$(dirname "$0")"

install() {
    if ! command -v apt-get >/dev/null; then
        echo "The browser tests need $1. Install it with this system's packages, then run make test again." >&2
        exit 2
    fi
    if [ "$(id -u)" = 0 ]; then as_root=""; elif sudo -n true 2>/dev/null; then as_root="sudo"; else
        echo "The browser tests need $1. Run: sudo apt-get install $1    then: make test" >&2
        exit 2
    fi
    echo "Installing $1 …"
    $as_root apt-get update -qq
    DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends "$1" >/dev/null
}

for name in chromium chromium-browser google-chrome; do
    if command -v "$name" >/dev/null; then browser=$name; break; fi
done
[ -n "${browser:-}" ] || install chromium

if [ ! -e node_modules/.installed ] || [ package-lock.json -nt node_modules/.installed ]; then
    command -v npm >/dev/null || install npm
    echo "Installing axe-core, TypeScript and the vocabulary of schema.org …"
    npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >/dev/null
    touch node_modules/.installed
fi
