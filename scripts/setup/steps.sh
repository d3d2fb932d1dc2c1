# Sourced by the commands: each step prints one line with its time, and its whole output goes to .cache/log/.
# Usage: step "title" command…   (a step that fails ends the script with the tail of its output)

mkdir -p .cache/log

step() {
  local title=$1 started ended log
  shift
  log=".cache/log/$(tr -cs 'a-zA-Z0-9\n' '-' <<<"$title").log"
  started=$(date +%s%N)
  if ! ("$@") >"$log" 2>&1 </dev/null; then
    printf '%s: failed\n' "$title" >&2
    tail -n 40 "$log" >&2
    printf 'Stopped at the step "%s". Its whole output is in %s.\n' "$title" "$log" >&2
    exit 1
  fi
  ended=$(date +%s%N)
  printf '%-58s %6d.%d s\n' "$title" $(((ended - started) / 1000000000)) $(((ended - started) / 100000000 % 10))
}

# Installs Debian packages where this user may; elsewhere ends with the sentence that says what to install.
# Usage: install_debian "what for" package…
install_debian() {
  local purpose=$1 sudo=
  shift
  if ! command -v apt-get >/dev/null; then
    echo "$purpose needs these Debian packages or their like on this system: $*. Install them, then run this again." >&2
    return 1
  fi
  if [ "$(id -u)" != 0 ]; then
    if ! sudo -n true 2>/dev/null; then
      echo "$purpose needs packages that only the administrator may install. Run: sudo apt-get install $*" >&2
      return 1
    fi
    sudo=sudo
  fi
  $sudo apt-get update -q && DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -q --no-install-recommends "$@"
}
