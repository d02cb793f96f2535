"""A record of a bundle: the digest of each of its files, and the settings that it was made with."""

import hashlib
from pathlib import Path

import msgspec
from msgspec import Struct

from grader.bundle.trees import BundleError
from grader.course.tables import FIRST_TRACK
from grader.hosts.shared.host import Files

NAME = ".bundle.json"
FORMAT = 1


class Manifest(Struct, frozen=True, kw_only=True):
    """What was handed out.

    Attributes:
        format: of this file.
        course: its name.
        version: of the course.
        host: where work is graded.
        include_hidden: whether the hidden tests are there.
        notebooks: whether a notebook is there.
        repository: where learners can clone it from, if known.
        track: which exercises are in it, or "all".
        files: by path, the SHA-256 of the file as it was written.
    """

    format: int = FORMAT
    course: str
    version: str
    host: str
    include_hidden: bool
    notebooks: bool
    repository: str | None = None
    track: str = FIRST_TRACK
    files: dict[str, str]


def digests_of(files: Files) -> dict[str, str]:
    """The SHA-256 of each file, by its path."""
    return {name.as_posix(): hashlib.sha256(content).hexdigest() for name, content in sorted(files.items())}


def digest_of(path: Path) -> str | None:
    """The SHA-256 of a file as it is now; None if it is not a plain file."""
    if path.is_symlink() or not path.is_file():
        return None
    return hashlib.sha256(path.read_bytes()).hexdigest()


def as_bytes(manifest: Manifest) -> bytes:
    """The manifest as the content of its file."""
    return msgspec.json.format(msgspec.json.encode(manifest), indent=1) + b"\n"


def read_manifest(folder: Path) -> Manifest:
    """Read the manifest of a bundle; raises BundleError."""
    path = folder / NAME
    try:
        manifest = msgspec.json.decode(path.read_bytes(), type=Manifest)
    except FileNotFoundError:
        raise BundleError(f"{path}: is missing, so nobody knows what of this folder is ours. Make a new one.") from None
    except OSError as error:
        raise BundleError(f"{path}: cannot be read ({error.strerror})") from None
    except msgspec.DecodeError as error:
        raise BundleError(f"{path}: is not what a bundle writes ({error})") from None
    if manifest.format != FORMAT:
        raise BundleError(f"{path}: is of format {manifest.format}; this grader knows {FORMAT}")
    return manifest
