#!/usr/bin/env python3
"""The same workloads in PyTorch on the CPU: the f64 references of refs.json, and rows beside the browser's.

    pip install torch==2.15.0 safetensors==0.8.0
    python tests/bench/native/main.py --refs                                    # writes tests/bench/refs.json
    python tests/bench/native/main.py --threads 1 --out test-results/bench/native-1.json

The models must be in `models/` (scripts/models/fetch.py all).
"""
import argparse
import json
import os
import time
from pathlib import Path

import setting  # first, because it makes ../data importable
import torch
from decode import N_NEW, N_PROMPT, decode
from forward import FORWARD
from seeded import fingerprint, ints
from training import TRAINING

REFS = Path(__file__).resolve().parents[1] / "refs.json"
REPETITIONS, MOST_REPETITIONS, ENOUGH_MS = 5, 20, 2000
CHECKED_UPDATE = 6
HEAD = 8


def now_ms():
    return time.perf_counter() * 1e3


def run_forward(name, here, is_timed):
    with torch.no_grad():
        run = FORWARD[name](here)
        output = run()
        ms = []
        if is_timed:
            begin = now_ms()
            run()
            fitting = int(ENOUGH_MS / (now_ms() - begin))
            for _ in range(max(REPETITIONS, min(MOST_REPETITIONS, fitting))):
                begin = now_ms()
                run()
                ms.append(now_ms() - begin)
    return {"ms": ms, "check": fingerprint(output.numpy()), "head": output.flatten()[:HEAD].tolist()}


def run_training(name, here, is_timed):
    update, n_updates = TRAINING[name](here)
    for _ in range(CHECKED_UPDATE):
        loss = update()
    check, ms = loss.item(), []
    for _ in range(REPETITIONS if is_timed else 0):
        begin = now_ms()
        for _ in range(n_updates):
            loss = update()
        loss.item()
        ms.append((now_ms() - begin) / n_updates)
    return {"ms": ms, "check": check, "steps": n_updates}


def run_decode(here, is_timed):
    prompt, ms = ints(N_PROMPT, 3, 10000).tolist(), []
    with torch.no_grad():
        start = decode(here)
        for session in range(1 + REPETITIONS if is_timed else 1):
            step = start()
            for position, token in enumerate(prompt):
                following = step(token, position)
            begin, ids = now_ms(), [following]
            for i in range(N_NEW - 1):
                ids.append(step(ids[-1], N_PROMPT + i))
            if session > 0:
                ms.append((now_ms() - begin) / (N_NEW - 1))
    return {"ms": ms, "check": fingerprint(ids), "head": ids[:HEAD]}


def run(name, here, is_timed):
    if name in FORWARD:
        return run_forward(name, here, is_timed)
    return run_training(name, here, is_timed) if name in TRAINING else run_decode(here, is_timed)


def main():
    names = [*FORWARD, *TRAINING, "decode"]
    parser = argparse.ArgumentParser(description="The bench's workloads in PyTorch on the CPU.")
    parser.add_argument("--refs", action="store_true", help="compute in f64, without timing, and write refs.json")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--workloads", help=f"any of {','.join(names)}")
    parser.add_argument("--out", type=Path, help="write the times as JSON")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    here = setting.Setting(torch.float64 if options.refs else torch.float32)
    results = {}
    for name in options.workloads.split(",") if options.workloads else names:
        load = os.getloadavg()[0]
        results[name] = run(name, here, not options.refs) | {"load": load}
        median = sorted(results[name]["ms"])[len(results[name]["ms"]) // 2] if results[name]["ms"] else None
        print(name, "ms", "-" if median is None else round(median, 3), "check", results[name]["check"], flush=True)
    if options.refs:
        kept = json.loads(REFS.read_text()) if REFS.exists() else {}
        kept |= {name: {key: row[key] for key in ("check", "head") if key in row} for name, row in results.items()}
        ordered = {name: kept[name] for name in names if name in kept}
        REFS.write_text(json.dumps(ordered, indent=1) + "\n")
    if options.out:
        options.out.parent.mkdir(parents=True, exist_ok=True)
        engine = f"PyTorch {torch.__version__} CPU, {options.threads} thread(s)"
        options.out.write_text(json.dumps({"engine": engine, "results": results}, indent=1) + "\n")


if __name__ == "__main__":
    main()
