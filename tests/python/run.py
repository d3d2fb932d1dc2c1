"""Runs the scripts of a folder, each as a visitor would beside the files, and prints what they printed as JSON.

Usage: python run.py FOLDER    (makes and enters the private environment of scripts/models first)
"""
import contextlib
import io
import json
import os
import sys
import traceback
import warnings
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts" / "models"))
import environment

os.environ.setdefault("OMP_NUM_THREADS", "1")
if "INSCAPE_PYTHON_IS_READY" not in os.environ:
    environment.enter(["numpy", "scipy", "scikit-learn", "rsatoolbox", "himalaya", "pot", "ripser"])


def run(script):
    """What a script prints, and how it ended if not well."""
    printed = io.StringIO()
    try:
        with contextlib.redirect_stdout(printed):
            exec(compile(script.read_text(), script.name, "exec"), {"__name__": "__main__"})
    except Exception:
        return {"printed": printed.getvalue(), "error": traceback.format_exc(limit=-2)}
    return {"printed": printed.getvalue()}


warnings.simplefilter("ignore")
os.chdir(sys.argv[1])
print(json.dumps({script.stem: run(script) for script in sorted(Path(".").glob("*.py"))}))
