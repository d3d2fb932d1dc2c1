"""The private Python environment of these scripts: `.cache/python` beside the repository's README.

`enter(needs)` installs what is missing (pinned, with the machine's own pip configuration) and starts the
calling script again inside it, so a caller may import numpy and the rest right after. Cost: about 10 s once,
then one process start. Needs Python 3.11 or newer with `venv`.
"""
import json
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CACHE = ROOT / ".cache"
HOME = CACHE / "python"

# Exact versions, because the bytes of converted weights and of JPEG files are checked against a SHA-256.
PINS = {
    "numpy": "2.4.6",
    "safetensors": "0.8.0",
    "pillow": "13.0.0",
    "gguf": "0.19.0",
    "scipy": "1.17.1",
    # For a model that is published as a graph, and for the graphs of the speed bench (tests/bench/data).
    "onnx": "1.23.2",
    "onnxruntime": "1.32.0",
    # For the scripts that the page offers (tests/python).
    "scikit-learn": "1.9.1",
    "rsatoolbox": "0.3.2",
    "himalaya": "0.4.11",
    "pot": "0.9.7",
    "ripser": "0.6.15",
}


def enter(needs):
    """Continues this script inside the private environment, with the packages named in `needs` installed."""
    if sys.version_info < (3, 11):
        sys.exit(f"The model scripts need Python 3.11 or newer; this is {sys.version.split()[0]}. Run them with a newer python3.")
    python = HOME / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not python.exists():
        print(f"making the private environment {HOME.relative_to(ROOT)}", file=sys.stderr)
        venv.create(HOME, with_pip=True, clear=True)
    listing = HOME / "installed.json"
    installed = json.loads(listing.read_text()) if listing.exists() else {}
    missing = [name for name in needs if installed.get(name) != PINS[name]]
    if missing:
        wanted = [f"{name}=={PINS[name]}" for name in missing]
        print("installing " + ", ".join(wanted), file=sys.stderr)
        subprocess.run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *wanted], check=True)
        installed.update({name: PINS[name] for name in missing})
        listing.write_text(json.dumps(installed))
    if Path(sys.prefix).resolve() != HOME.resolve():
        sys.stdout.flush()
        sys.exit(subprocess.run([python, *sys.argv]).returncode)
