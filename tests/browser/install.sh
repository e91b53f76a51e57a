#!/bin/sh
# Installs what the tests need and this machine lacks: Chromium, nginx (without starting it), Java and npm from Debian's
# packages, the rest by npm. With the word "lighthouse" also what only `make bench-pages` needs.
set -eu
cd "$(dirname "$0")"
PATH="$PATH:/usr/sbin:/sbin"

missing=""
for name in chromium chromium-browser google-chrome; do
    if command -v "$name" >/dev/null; then browser=$name; break; fi
done
[ -n "${browser:-}" ] || missing="$missing chromium"
command -v nginx >/dev/null || missing="$missing nginx-light"
command -v java >/dev/null || missing="$missing default-jre-headless"
command -v npm >/dev/null || missing="$missing npm"

. ../packages.sh
# shellcheck disable=SC2086  # several packages
install_packages "The browser tests need" $missing

packages="axe-core, TypeScript, the vocabulary of schema.org and the Nu HTML checker"
omit="--omit=optional" kind=tests
if [ "${1:-}" = lighthouse ]; then packages="$packages, and Lighthouse" omit="" kind=all; fi
stamp=node_modules/.installed
if ! grep -q "^all$\|^$kind$" $stamp 2>/dev/null || [ package-lock.json -nt $stamp ]; then
    echo "Installing $packages …"
    # shellcheck disable=SC2086  # nothing where nothing is left out
    PUPPETEER_SKIP_DOWNLOAD=1 npm ci $omit --ignore-scripts --no-audit --no-fund --loglevel=error >/dev/null
    echo $kind >$stamp
fi
