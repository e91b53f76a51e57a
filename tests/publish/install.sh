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

if [ -n "$missing" ]; then
    if ! command -v apt-get >/dev/null; then
        echo "The tests of publishing need$missing. Install it with this system's packages, then run make test again." >&2
        exit 2
    fi
    if [ "$(id -u)" = 0 ]; then as_root=""; elif sudo -n true 2>/dev/null; then as_root="sudo"; else
        echo "The tests of publishing need$missing. Run: sudo apt-get install$missing    then: make test" >&2
        exit 2
    fi
    echo "Installing$missing …"
    policy=/usr/sbin/policy-rc.d
    if [ ! -e "$policy" ]; then  # a web server of the tests is nobody's service
        printf '#!/bin/sh\nexit 101\n' | $as_root tee "$policy" >/dev/null
        $as_root chmod 755 "$policy"
        trap '$as_root rm -f "$policy"' EXIT
    fi
    $as_root apt-get update -qq
    # shellcheck disable=SC2086  # several packages
    DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends $missing >/dev/null
fi

if [ ! -e .s3-server/.installed ] || [ s3-server.txt -nt .s3-server/.installed ]; then
    echo "Installing a server of S3 …"
    ../../.venv/bin/python -m venv .s3-server
    .s3-server/bin/pip install -qq --disable-pip-version-check --require-hashes -r s3-server.txt
    touch .s3-server/.installed
fi
