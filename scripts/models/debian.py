"""Debian packages that carry data, downloaded with apt-get and read without installing them, so no root is needed.

`member(name, inner, expected)` gives one file of a package, whose bytes must have the SHA-256 `expected`. The file is
pinned rather than the package's version, because each release of Debian (and of its like) has its own version of a
package and the same data inside.
"""
import functools
import hashlib
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from environment import CACHE

FOLDER = CACHE / "packages"
# What apt-get writes when the machine's own package lists are absent or too old to be used.
APT = CACHE / "apt"
PRIVATE = ["-o", f"Dir::State::Lists={APT}/lists", "-o", f"Dir::Cache={APT}/cache", "-o", "Dir::Cache::pkgcache=",
           "-o", "Dir::Cache::srcpkgcache="]


def member(name, inner, expected):
    """The bytes of the file `inner` (a path without a leading slash) of the newest package called `name`."""
    found = members(name).get(inner)
    if found is None:
        sys.exit(f"Debian's package {name} on this machine holds no {inner}. Another release of Debian may have it.")
    digest = hashlib.sha256(found).hexdigest()
    if digest != expected:
        sys.exit(f"{inner} in Debian's package {name} has SHA-256 {digest}, but {expected} was expected. It was not used.")
    return found


@functools.cache
def members(name):
    """Every plain file of the package: path → bytes. dpkg-deb knows each compression that a package may have."""
    command = ["dpkg-deb", "--fsys-tarfile", archive(name)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        with tarfile.open(fileobj=process.stdout, mode="r|") as files:
            found = {entry.name.removeprefix("./"): files.extractfile(entry).read() for entry in files if entry.isfile()}
    if process.returncode != 0:
        sys.exit(f"The package {name} could not be unpacked. Delete {archive(name)} and run this again.")
    return found


def archive(name):
    """The path of the package, downloaded if it is not there. Ends the script with a sentence if that fails."""
    path = FOLDER / f"{name}.deb"
    if path.exists():
        return path
    if not (shutil.which("apt-get") and shutil.which("dpkg-deb")):
        sys.exit(f"{name} comes as a package of Debian, which apt-get and dpkg-deb download and unpack; this system has none of "
                 f"them. Put the package there as {path} by hand, or run this on Debian or its like.")
    FOLDER.mkdir(parents=True, exist_ok=True)
    print(f"downloading Debian's {name}", file=sys.stderr)
    with tempfile.TemporaryDirectory(dir=FOLDER) as fresh:
        if not apt(["download", name], fresh):
            for folder in ("lists/partial", "cache/archives/partial"):
                (APT / folder).mkdir(parents=True, exist_ok=True)
            print("fetching package lists of our own, for there are none or old ones", file=sys.stderr)
            if not (apt([*PRIVATE, "update"], fresh) and apt([*PRIVATE, "download", name], fresh)):
                sys.exit(f"apt-get could not download {name}. Check the network and apt's own sources, then run this again.")
        downloaded, = Path(fresh).glob("*.deb")
        downloaded.replace(path)
    return path


def apt(arguments, folder):
    """Whether apt-get succeeds in `folder`. The user that apt sets aside for downloads cannot write there, so none is."""
    return subprocess.run(["apt-get", "-qq", "-o", "APT::Sandbox::User=", *arguments], cwd=folder).returncode == 0
