# Sourced by the commands: what building needs. Each function installs what is missing and returns at once otherwise.

# A C compiler links the native programs; Python makes a private environment for the model scripts.
need_system() {
  local missing=()
  command -v cc >/dev/null || missing+=(gcc libc6-dev)
  python3 -c 'import ensurepip, venv' 2>/dev/null || missing+=(python3 python3-venv)
  [ ${#missing[@]} = 0 ] || install_debian "Building" "${missing[@]}"
}

# The compiler, its components and the wasm target that rust-toolchain.toml names.
need_rust() {
  local channel
  channel=$(sed -n 's/^channel = "\(.*\)"/\1/p' rust-toolchain.toml)
  if ! command -v rustup >/dev/null; then
    echo "Building needs rustup, which installs the Rust compiler: see rustup.rs, then run this again." >&2
    return 1
  fi
  if rust_is_ready "$channel"; then return 0; fi
  rustup toolchain install "$channel" --profile minimal --component rustfmt --component clippy \
    --target wasm32-unknown-unknown || true
  if ! rust_is_ready "$channel"; then
    echo "rustup could not install Rust $channel with the target wasm32-unknown-unknown." >&2
    echo "Check the network connection, update it with 'rustup self update', then run this again." >&2
    return 1
  fi
}

rust_is_ready() {
  local installed
  installed=$(rustup toolchain list) || return 1
  grep -q "^$1-" <<<"$installed" || return 1
  rustup target list --installed --toolchain "$1" | grep -qx wasm32-unknown-unknown || return 1
  rustup component list --installed --toolchain "$1" | grep -q clippy
}

# The locked npm packages; again when the lock has changed.
need_node() {
  local lock
  if ! command -v node >/dev/null || ! node -e '
      const [major, minor] = process.versions.node.split(".").map(Number);
      process.exit(major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19) ? 0 : 1)'; then
    echo "Building needs Node 20.19, 22.12 or newer; this is $(node --version 2>/dev/null || echo 'no Node at all')." >&2
    return 1
  fi
  lock=$(sha256sum package-lock.json)
  [ "$(cat node_modules/.inscape-lock 2>/dev/null)" = "$lock" ] && return 0
  npm ci --ignore-scripts --no-audit --no-fund && echo "$lock" >node_modules/.inscape-lock
}

# Models and photos by id, each checked by SHA-256.
need_models() {
  python3 scripts/models/fetch.py "$@"
}
