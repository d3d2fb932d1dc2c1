# Sourced by the commands: from the crates to dist/.

WASM_TARGET="${CARGO_TARGET_DIR:-target}/wasm32-unknown-unknown/release"

build_wasm() {
  cargo build --release --target wasm32-unknown-unknown -p inscape-lab -p inscape-lab-text -p inscape-lab-data \
    -p inscape-lab-experiments
}

# Binds the modules and shrinks them into web/lab/wasm/; skipped when neither they nor the way has changed.
# Usage: pack_wasm optimised|fast
pack_wasm() {
  local bound=.cache/wasm out=web/lab/wasm stamp name
  # As a part of the workspace: alone its dependencies would get other features, and be built again after the tests.
  cargo build --workspace --bin pack || return 1
  stamp="$1 $(cat scripts/setup/page.sh package-lock.json crates/pack/src/*.rs Cargo.lock \
    "$WASM_TARGET"/inscape_lab.wasm "$WASM_TARGET"/inscape_lab_text.wasm \
    "$WASM_TARGET"/inscape_lab_data.wasm "$WASM_TARGET"/inscape_lab_experiments.wasm | sha256sum)"
  if [ "$(cat $out/.stamp 2>/dev/null)" = "$stamp" ]; then
    echo "$out is current"
    return 0
  fi
  rm -rf $bound && mkdir -p $bound $out && rm -f $out/.stamp
  "${CARGO_TARGET_DIR:-target}"/debug/pack --profile release --out $bound || return 1
  cp $bound/*.js $bound/*.d.ts $out/ || return 1
  if [ "$1" = fast ]; then
    cp $bound/*_bg.wasm $out/ || return 1
  else
      shrink $bound/text_bg.wasm $out/text_bg.wasm &
    for name in lab data experiments; do
      shrink $bound/${name}_bg.wasm $out/${name}_bg.wasm || { wait; return 1; }
    done
    wait $! || return 1
  fi
  echo "$stamp" >$out/.stamp
}

# The compiler has optimised already: -O3 takes four times as long as -O1, runs as fast, and by brotli is 2 % larger.
shrink() {
  node_modules/.bin/wasm-opt "$1" -o "$2" -O1 --strip-debug --strip-producers \
    --enable-simd --enable-bulk-memory --enable-bulk-memory-opt --enable-nontrapping-float-to-int \
    --enable-sign-ext --enable-mutable-globals --enable-reference-types --enable-multivalue
}

build_page() {
  node_modules/.bin/vite build --logLevel warn
}

pack_optimised_wasm() {
  pack_wasm optimised
}
