#!/bin/sh
# Installs what the tests of publishing need and this machine lacks: nginx, Caddy, sshd, rsync, npm and a clock to set from
# Debian's packages (without starting a server), a server of S3 in an environment of its own, and from npm the hosts' own
# readers of what is published and Mozilla's HTTP Observatory.
set -eu
cd "$(dirname "$0")"
PATH="$PATH:/usr/sbin:/sbin"

missing=""
for pair in nginx:nginx-light caddy:caddy sshd:openssh-server ssh:openssh-client rsync:rsync git:git npm:npm flock:util-linux faketime:faketime; do
    command -v "${pair%%:*}" >/dev/null || missing="$missing ${pair##*:}"
done

. ../packages.sh
# shellcheck disable=SC2086  # several packages
install_packages "The tests of publishing need" $missing

if [ ! -e .s3-server/.installed ] || [ s3-server.txt -nt .s3-server/.installed ]; then
    echo "Installing a server of S3 …"
    ../../.venv/bin/python -m venv .s3-server
    .s3-server/bin/pip install -qq --disable-pip-version-check --require-hashes -r s3-server.txt
    touch .s3-server/.installed
fi

if ! node -e 'process.exit(Number(parseInt(process.versions.node) < 20))'; then
    echo "The tests of publishing need Node.js 20 or later; this is $(node --version). Install it, then run make test again." >&2
    exit 2
fi
if [ ! -e node_modules/.installed ] || [ package-lock.json -nt node_modules/.installed ]; then
    echo "Installing Cloudflare's and Netlify's readers and Mozilla's HTTP Observatory …"
    npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >/dev/null
    echo '{}' >node_modules/@mdn/mdn-http-observatory/conf/hsts-preload.json  # the browsers' list, which names no test's host
    touch node_modules/.installed
fi
