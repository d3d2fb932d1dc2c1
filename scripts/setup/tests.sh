# Sourced by scripts/setup/main.sh: what tests need beyond building. Each function returns at once when nothing is missing.

# Browsers and a software Vulkan, so that the GPU path runs on a machine without a GPU.
need_browsers() {
  local missing=()
  command -v chromium >/dev/null || missing+=(chromium)
  command -v chromedriver >/dev/null || missing+=(chromium-driver)
  command -v firefox-esr >/dev/null || missing+=(firefox-esr)
  ls /usr/share/vulkan/icd.d/lvp_icd.*.json >/dev/null 2>&1 || missing+=(mesa-vulkan-drivers)
  ldconfig -p 2>/dev/null | grep -q libvulkan.so.1 || missing+=(libvulkan1)
  [ ${#missing[@]} = 0 ] || install_debian "Testing" "${missing[@]}"
}

# The runner of tests in a browser, of the very release of wasm-bindgen that the lock names. Lightly optimised,
# because building it costs more than running it. Not --locked: the tool's own lock is not ours to follow.
need_wasm_runner() {
  local version
  version=$(sed -n 's/^wasm-bindgen = "=\(.*\)"/\1/p' Cargo.toml)
  [ "$(.cache/tools/bin/wasm-bindgen --version 2>/dev/null)" = "wasm-bindgen $version" ] && return 0
  CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 CARGO_TARGET_DIR=.cache/tools/target \
    cargo install wasm-bindgen-cli --version "$version" --root .cache/tools --force &&
    rm -rf .cache/tools/target
}

# All models and data, and the 92 pictures where the machine has them.
need_test_models() {
  need_models all || return 1
  if [ -d ../shared/data/92images ] && [ -f scripts/models/stimuli92.py ]; then
    python3 scripts/models/stimuli92.py
  fi
}
