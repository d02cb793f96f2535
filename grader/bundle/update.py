"""Bring a bundle up to date: files that nobody has changed are replaced, and everything else stays as it is."""

import tempfile
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from grader.bundle.build import LEARNERS, make_bundle
from grader.bundle.manifest import NAME, Manifest, digest_of, read_manifest
from grader.bundle.trees import BundleError, mode_of
from grader.course.file import Course


@dataclass(frozen=True)
class Update:
    """What an update did, as paths below the bundle.

    Attributes:
        replaced: files of ours that are newer now.
        added: files that were not there.
        removed: files of ours that the course no longer has.
        kept: files that both somebody and the course have changed: learners' work, mostly.
    """

    replaced: tuple[str, ...]
    added: tuple[str, ...]
    removed: tuple[str, ...]
    kept: tuple[str, ...]


def update_bundle(course: Course, out: Path) -> Update:
    """Bring the learners' tree of a bundle up to date, with the settings that it was made with.

    Args:
        course: the course as it is now.
        out: what `make_bundle` wrote once; learners may have worked in it.

    Raises:
        BundleError: `out` is no bundle of this course, or the new one cannot be made.
    """
    learners = out / LEARNERS if (out / LEARNERS / NAME).is_file() else out
    before = read_manifest(learners)
    if before.course != course.name:
        raise BundleError(f"{learners}: is a bundle of {before.course}, not of {course.name}")
    with tempfile.TemporaryDirectory() as scratch:
        settings = (before.host, before.include_hidden, before.notebooks, before.repository)
        made = make_bundle(course.track(before.track), Path(scratch) / "new", *settings)
        try:
            return _bring_over(made.learners, learners, before, read_manifest(made.learners))
        except OSError as error:
            raise BundleError(f"{error.filename}: cannot be written ({error.strerror})") from None


def _bring_over(new: Path, learners: Path, before: Manifest, after: Manifest) -> Update:
    replaced, added, removed, kept = [], [], [], []
    for name, wanted in after.files.items():
        path = learners / name
        current = digest_of(path)
        if current == wanted:
            continue
        if current is None and not path.exists() and not path.is_symlink():
            added.append(name)
        elif current is not None and current == before.files.get(name):
            replaced.append(name)
        else:
            # unless it was ours and has not changed since, in which case there is nothing to say
            if before.files.get(name) != wanted:
                kept.append(name)
            continue
        _write(path, (new / name).read_bytes())
    for name, old in before.files.items():
        if name not in after.files and digest_of(learners / name) == old:
            (learners / name).unlink()
            removed.append(name)
    _write(learners / NAME, (new / NAME).read_bytes())
    return Update(tuple(replaced), tuple(added), tuple(removed), tuple(kept))


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    path.chmod(mode_of(content))


def as_lines(update: Update) -> list[str]:
    """What an update did, a line each."""
    words = {"replaced": update.replaced, "added": update.added, "removed": update.removed}
    lines = [f"{name}: {word}" for word, names in words.items() for name in names if not _is_inside(name)]
    inside = sum(_is_inside(name) for names in words.values() for name in names)
    lines += [f"grader/: {inside} files changed"] if inside else []
    lines += [f"{name}: kept, since somebody has changed it; the course has changed it too" for name in update.kept]
    return lines or ["Everything is up to date."]


def _is_inside(name: str) -> bool:
    return PurePosixPath(name).parts[0] == "grader"
