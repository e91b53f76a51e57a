#!/bin/sh
# Installs what the tests of publishing need and this machine lacks: nginx, Caddy, sshd, rsync and a clock to set from
# Debian's packages (without starting a server), and a server of S3 in an environment of its own.
set -eu
cd "$(dirname "$0")"
PATH="$PATH:/usr/sbin:/sbin"

missing=""
for pair in nginx:nginx-light caddy:caddy sshd:openssh-server ssh:openssh-client rsync:rsync git:git flock:util-linux faketime:faketime; do
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
