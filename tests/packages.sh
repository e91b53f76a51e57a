# Sourced by the scripts that install what tests need: `install_packages "The tests of X need" package …` installs
# Debian's packages without starting a server, or says what to do where it may not. Nothing is done without packages.
install_packages() {
    who=$1
    shift
    [ $# -gt 0 ] || return 0
    if ! command -v apt-get >/dev/null; then
        echo "$who: $*. Install it with this system's packages, then run make test again." >&2
        exit 2
    fi
    if [ "$(id -u)" = 0 ]; then as_root=""; elif sudo -n true 2>/dev/null; then as_root="sudo"; else
        echo "$who: $*. Run: sudo apt-get install $*    then: make test" >&2
        exit 2
    fi
    echo "Installing $* …"
    policy=/usr/sbin/policy-rc.d
    if [ ! -e "$policy" ]; then  # a web server of the tests is nobody's service
        printf '#!/bin/sh\nexit 101\n' | $as_root tee "$policy" >/dev/null
        $as_root chmod 755 "$policy"
        trap '$as_root rm -f "$policy"' EXIT
    fi
    $as_root apt-get update -qq
    DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}
