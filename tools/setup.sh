#!/bin/sh
# Make .venv what the lock files say. Once: a later call finds it ready within a few milliseconds.
#
#   tools/setup.sh run      what the reader needs
#   tools/setup.sh dev      that, and what its tests and checks need
#
# PYTHON=... chooses the Python. uv does the work where there is one, venv and pip otherwise; both are left
# to find packages where this machine's own settings say. Messages go to stderr: stdout belongs to the reader.
set -eu

say() { printf 'reader: %s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }

CDPATH='' cd -- "$(dirname -- "$0")/.."
here=$(pwd -P)
python=.venv/bin/python
unfinished=.venv/.unfinished # there while a .venv is being made or changed, and after a kill
chosen=${PYTHON:-}

case ${1:-} in
    run) locks=requirements/run.txt ;;
    dev) locks=requirements/dev.txt ;;
    *) fail "usage: tools/setup.sh run|dev" ;;
esac
stamp=.venv/.ready-$1

# What the stamp must say: which checkout this is (a moved one has scripts that point to the old place), and
# what was installed. Sums of the contents, not times: git changes those as it pleases.
fingerprint() {
    printf '%s\n' "$here"
    cksum "$locks" pyproject.toml tools/setup.sh
}

ready() {
    [ -x "$python" ] && [ -f "$stamp" ] && [ ! -e "$unfinished" ] || return 1
    [ -z "$chosen" ] || [ "$chosen" = "$(cat .venv/.python 2>/dev/null)" ] || return 1
    [ "$(cat "$stamp")" = "$(fingerprint)" ]
}

has_uv() { command -v uv >/dev/null 2>&1 && uv --version >/dev/null 2>&1; }

# The first Python that truly runs (a version manager leaves stand-ins that only print an error) and is new
# enough. Its base is taken, not a virtual environment's: that one may be the .venv about to be removed.
find_python() {
    base=''
    bare=''
    if [ -n "$chosen" ]; then
        set -- "$chosen"
    else
        set -- python3.14 python3.13 python3.12 python3.11 python3 python
    fi
    for name; do
        found=$("$name" -c 'import sys
assert sys.version_info >= (3, 11)
print(getattr(sys, "_base_executable", None) or sys.executable)' 2>/dev/null </dev/null) || continue
        [ -n "$found" ] || continue
        if has_uv || "$found" -c 'import ensurepip, venv' >/dev/null 2>&1 </dev/null; then
            base=$found
            return
        fi
        bare=${bare:-$found}
    done
    if has_uv && [ -z "$chosen" ]; then
        base='>=3.11' # uv finds one elsewhere or fetches it into its own folder
    elif [ -n "$bare" ]; then
        fail "$bare cannot make virtual environments (no ensurepip): install your system's python3-venv package, or uv, or another Python and name it: make run PYTHON=/path/to/python3"
    elif [ -n "$chosen" ]; then
        fail "PYTHON=$chosen does not run, or is older than 3.11: name another, or leave it out"
    else
        fail "no Python 3.11 or newer found: install one, or name it: make run PYTHON=/path/to/python3"
    fi
}

identity() { "$1" -c 'import sys; print(sys.base_prefix, sys.version)' 2>/dev/null </dev/null; }

# Whether the .venv that is there can be built upon: whole, in its place, new enough, of the Python chosen.
usable() {
    [ -x "$python" ] && [ ! -e "$unfinished" ] || return 1
    "$python" -c 'import sys; assert sys.version_info >= (3, 11) and sys.prefix != sys.base_prefix' \
        >/dev/null 2>&1 </dev/null || return 1
    grep -qF "$here/.venv" .venv/bin/activate 2>/dev/null || return 1
    has_uv || "$python" -c 'import pip' >/dev/null 2>&1 </dev/null ||
        "$python" -c 'import ensurepip' >/dev/null 2>&1 </dev/null || return 1
    [ -z "$chosen" ] || [ "$(identity "$chosen")" = "$(identity "$python")" ]
}

make_venv() {
    find_python
    say "setting up in .venv; this happens once and takes about a minute"
    rm -rf .venv
    mkdir .venv
    : >"$unfinished"
    if has_uv; then
        # Without --clear: it would take the mark away that says that this .venv is not finished.
        uv venv --quiet --allow-existing --python "$base" .venv && return
        [ "$base" != '>=3.11' ] || fail "uv found no Python 3.11 or newer: install one, or name it: make run PYTHON=/path/to/python3"
        say "uv could not make .venv (its words are above); trying venv"
    fi
    "$base" -m venv .venv || fail "$base could not make .venv (its words are above)"
}

install_with_uv() {
    uv pip install --quiet --compile-bytecode --python "$python" --require-hashes -r "$locks" &&
        uv pip install --quiet --python "$python" --no-deps --no-build-isolation --editable .
}

# The lists are complete, so nothing is resolved anew: for an extra ("coverage[toml]") pip 23 would look at a release
# newer than the listed one and stop, since that one has no hash.
install_with_pip() {
    "$python" -m pip --version >/dev/null 2>&1 || "$python" -m ensurepip >/dev/null || return 1
    "$python" -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r "$locks" &&
        "$python" -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
}

install() {
    if has_uv; then
        install_with_uv && return
        say "uv could not install (its words are above); trying pip"
    fi
    install_with_pip
}

# One set-up at a time: the lock is a link that names its owner, made in one step; a dead owner's is removed.
lock() {
    [ -w . ] || fail "cannot write in $here: the set-up makes .venv there"
    waiting=''
    until ln -s "$$" .venv.lock 2>/dev/null; do
        owner=$(readlink .venv.lock 2>/dev/null) || { [ ! -e .venv.lock ] && continue; fail "remove $here/.venv.lock"; }
        kill -0 "$owner" 2>/dev/null || { rm -f .venv.lock; continue; }
        [ -n "$waiting" ] || say "another set-up is under way (process $owner); waiting for it"
        waiting=yes
        sleep 1
    done
    trap 'rm -f .venv.lock' EXIT
    trap 'exit 129' HUP
    trap 'exit 130' INT
    trap 'exit 143' TERM
}

ready && exit 0
lock
ready && exit 0 # somebody else has just done it

if usable; then
    before=usable
    say "bringing .venv up to date"
else
    before=none
    make_venv
fi
rm -f "$stamp"
: >"$unfinished"
if ! install; then
    # A .venv that worked before is kept and tried again next time; a new one is made again from nothing.
    [ "$before" = none ] || rm -f "$unfinished"
    fail "the packages could not be installed (the reason is above); mend that and run the same command again"
fi
[ -z "$chosen" ] || printf '%s\n' "$chosen" >.venv/.python
fingerprint >"$stamp.new"
mv "$stamp.new" "$stamp"
if [ "$1" = dev ]; then # which holds all that the reader itself needs
    locks=requirements/run.txt
    fingerprint >.venv/.ready-run
fi
rm -f "$unfinished"
