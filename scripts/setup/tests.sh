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

# What cargo calls to run wasm tests in a browser. As a part of the workspace, whose dependencies have its features.
need_wasm_runner() {
  cargo build --workspace --bin run-in-browser
}

# All models and data, and the 92 pictures where the machine has them.
need_test_models() {
  need_models all || return 1
  if [ -d ../shared/data/92images ] && [ -f scripts/models/stimuli92.py ]; then
    python3 scripts/models/stimuli92.py
  fi
}
