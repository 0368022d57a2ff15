#!/bin/sh
# Make sure that the tests have the programs of others that they use: Chromium, LibreOffice, a Chinese font, Java,
# nginx, R, ssh-keygen, and the npm packages of tests/web. Installs them where we are root and apt is there; elsewhere
# the tests that need them are skipped and say why. Continuous integration skips nothing: see tests/programs.py.
set -u
here=$(dirname "$0")
missing=""
[ -x /usr/bin/chromium ] || missing="$missing chromium"
command -v soffice >/dev/null 2>&1 || missing="$missing libreoffice-calc"
command -v java >/dev/null 2>&1 || missing="$missing default-jre-headless"
command -v npm >/dev/null 2>&1 || missing="$missing npm"
command -v nginx >/dev/null 2>&1 || missing="$missing nginx-light libnginx-mod-http-brotli-static"
[ -x /usr/bin/Rscript ] || missing="$missing r-base-core r-cran-readr r-cran-readxl"
command -v ssh-keygen >/dev/null 2>&1 || missing="$missing openssh-client"
fc-list 2>/dev/null | grep -qi "cjk" || missing="$missing fonts-noto-cjk fontconfig"
if [ -n "$missing" ]; then
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
        apt-get update -qq >/dev/null 2>&1
        # Run level 1 keeps Debian from starting nginx as a service.
        # shellcheck disable=SC2086 # several packages
        RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $missing >/dev/null 2>&1 || echo "could not install:$missing"
    else
        echo "not installed, tests that need them are skipped:$missing"
    fi
fi

# npm writes the hidden lock last, so that it is older than ours where the packages are missing, half there or outdated.
installed="$here/web/node_modules/.package-lock.json"
if [ ! "$installed" -nt "$here/web/package-lock.json" ] && command -v npm >/dev/null 2>&1; then
    (cd "$here/web" && npm ci --silent) || echo "could not install the npm packages of tests/web"
fi
exit 0
