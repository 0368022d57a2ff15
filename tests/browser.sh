#!/bin/sh
# Make sure that the browser tests have Chromium and LibreOffice: install them where we are root and apt is there;
# elsewhere the tests say that they were skipped, and why.
set -u
missing=""
[ -x /usr/bin/chromium ] || missing="$missing chromium"
command -v libreoffice >/dev/null 2>&1 || missing="$missing libreoffice-calc"
fc-list 2>/dev/null | grep -qi "cjk" || missing="$missing fonts-noto-cjk fontconfig"
[ -z "$missing" ] && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    apt-get update -qq >/dev/null 2>&1
    # shellcheck disable=SC2086 # several packages
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $missing >/dev/null 2>&1 || echo "could not install:$missing"
else
    echo "not installed, tests that need them are skipped:$missing"
fi
exit 0
