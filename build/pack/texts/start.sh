#!/bin/sh
# Starts Standpoint {version} from this folder. Nothing is installed.
here=$(cd "$(dirname "$0")" && pwd) || exit 1
node="$here/program/node"
copy=

finish() {
  [ -z "$copy" ] || rm -rf "$copy"
  # Whoever started it by a double click could not read the reason: the window would be gone.
  if [ "$1" -ne 0 ] && [ -t 0 ]; then
    printf '\nPress Enter to close this window. '
    read -r _
  fi
  exit "$1"
}

# What stops Standpoint comes to it as well; this waits until it has closed its files.
trap : INT TERM HUP

if [ ! -f "$node" ]; then
  echo 'The folder "program" is missing here. Unzip the whole file first, then start again.' >&2
  finish 1
fi

# A Mac marks what came from the internet, and would ask again for each part of it.
if command -v xattr >/dev/null 2>&1; then
  xattr -dr com.apple.quarantine "$here" 2>/dev/null || :
fi

# Some sticks cannot mark a file as a program. Then a copy is run, and removed afterwards.
if [ ! -x "$node" ]; then
  if ! copy=$(mktemp -d) || ! cp "$node" "$copy/node" || ! chmod 700 "$copy/node"; then
    echo 'Standpoint cannot be started from this stick, and there is no room for a copy on this laptop.' >&2
    echo 'Copy the whole folder to the laptop and start it there.' >&2
    finish 1
  fi
  node="$copy/node"
fi

"$node" --max-semi-space-size=8 "$here/program/server/packed/start.ts" "$@"
finish $?
