# Sourced by scripts/setup/main.sh: what the speed bench needs beyond testing. The peers (700 MB) are no part of the page's
# packages, so nobody else waits for them.

# The peers at their pinned versions. No scripts: one of them would download a native runtime that nothing here uses.
need_peers() {
  local lock
  lock=$(sha256sum tests/bench/package-lock.json)
  [ "$(cat tests/bench/node_modules/.inscape-lock 2>/dev/null)" = "$lock" ] && return 0
  npm ci --prefix tests/bench --ignore-scripts --no-audit --no-fund &&
    echo "$lock" >tests/bench/node_modules/.inscape-lock
}

# The engine as the bench drives it, in .cache/bench/lab, shrunk as the page's modules are.
build_bench_wasm() {
  local out=.cache/bench/lab
  cargo build --release --target wasm32-unknown-unknown -p inscape-lab-bench && cargo build --workspace --bin pack || return 1
  "${CARGO_TARGET_DIR:-target}"/debug/pack --bench --out $out || return 1
  shrink $out/lab_bench_bg.wasm $out/shrunk.wasm && mv $out/shrunk.wasm $out/lab_bench_bg.wasm
}

need_bench_models() {
  need_models squeezenet1_1 minilm-l6 smollm2-135m
}

# The models as graphs that ONNX Runtime loads, in .cache/bench/graphs.
need_bench_graphs() {
  python3 tests/bench/data/make.py
}

# rsatoolbox, numpy and himalaya at their pinned versions, in an environment of their own.
need_analysis_peers() {
  local here=.cache/analysis-peers list=scripts/benches/analyses/requirements.txt
  cmp -s $list $here/.requirements && return 0
  python3 -m venv $here && $here/bin/pip install -q -r $list && cp $list $here/.requirements
}
