#!/bin/sh
# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Make .venv with everything that development and tests need, or bring it up to date.
# PYTHON names the interpreter; if unset, the newest of python3.14 ... python3.11 that runs, or python3.
set -eu
cd "$(dirname "$0")/../.."

usable() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

find_python() {
    for candidate in ${PYTHON:-python3.14 python3.13 python3.12 python3.11 python3}; do
        if usable "$candidate"; then
            command -v "$candidate"
            return
        fi
    done
    echo "No Python 3.11 or later found: install one, or name it: make venv PYTHON=/path/to/python3" >&2
    return 1
}

# Debian keeps the part of the standard library that makes virtual environments in a package of its own.
ensure_venv_support() {
    "$1" -c 'import ensurepip, venv' 2>/dev/null && return
    package="python$("$1" -c 'import sys; print("%d.%d" % sys.version_info[:2])')-venv"
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        apt-get update -qq
        apt-get install -qq -y --no-install-recommends "$package"
    else
        echo "$1 cannot make virtual environments: install its venv module first (Debian, Ubuntu: apt install $package)" >&2
        return 1
    fi
}

if ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
    python=$(find_python)
    ensure_venv_support "$python"
    "$python" -m venv --clear .venv
fi
.venv/bin/python -m pip install --quiet --disable-pip-version-check -r tests/requirements-dev.txt

# Ansible finds collections by their path: .venv/collections/ansible_collections/zstack/cloud is this repository.
mkdir -p .venv/collections/ansible_collections/zstack
ln -sfn ../../../.. .venv/collections/ansible_collections/zstack/cloud
