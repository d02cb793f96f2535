"""Where in a folder that was handed in the work may lie: at its root, in `exercises/`, or in `notebooks/`."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from grader.course.file import Course, Exercise
from grader.messages import _
from grader.source.place import shown_path
from grader.submission.names import exercise_meant

NOTEBOOK = ".ipynb"
INNER = ("exercises", "notebooks")
_PASSED_OVER = frozenset({"__pycache__", "__MACOSX", "node_modules", "venv", "site-packages"})
_MOST_ENTRIES = 5_000  # of one folder
_DEEPEST = 3  # levels of folders, as in hw1/submission/exercises
_NAMED = 3  # of several folders, for a sentence


@dataclass(frozen=True)
class Place:
    """One folder that is looked into.

    Attributes:
        folder: the folder.
        label: what reports put before a file's name: "", "exercises/" or "notebooks/".
        modules: by exercise name, the files that are about it; one with the exercise's own name comes first.
        notebooks: in order.
        other_modules: names of Python files that are about no exercise.
    """

    folder: Path
    label: str
    modules: dict[str, list[Path]] = field(default_factory=dict)
    notebooks: tuple[Path, ...] = ()
    other_modules: tuple[str, ...] = ()

    @property
    def holds_work(self) -> bool:
        """Whether there is any file of an exercise."""
        return bool(self.modules or self.notebooks)


def places_in(course: Course, folder: Path) -> tuple[Place, ...]:
    """The places of one folder, in the order in which they count. No link is followed."""
    root, *inner = folders_of(folder)
    return (_look_into(course, root, ""), *(_look_into(course, path, f"{path.name}/") for path in inner))


def folders_of(folder: Path) -> tuple[Path, ...]:
    """The folders in which a submission may lie below this one."""
    inner = (folder / name for name in INNER)
    return (folder, *(path for path in inner if path.is_dir() and not path.is_symlink()))


def folders_beside(folder: Path) -> list[Path]:
    """The folders below this one in which no submission is looked for."""
    return [below for below in _folders_in(folder) if below.name not in INNER]


def links_among(folder: Path) -> tuple[Path, ...]:
    """The places of a folder that are links: they may lead out of what was handed in, to the solutions for one."""
    return tuple(folder / name for name in INNER if (folder / name).is_symlink())


def folders_with_work(course: Course, folder: Path) -> tuple[Path, ...]:
    """The folders below that hold work, at the first depth where there is one."""
    level = [folder]
    for _depth in range(_DEEPEST):
        level = [below for one in level for below in _folders_in(one)]
        found = tuple(one for one in level if any(place.holds_work for place in places_in(course, one)))
        if found:
            return found
    return ()


def class_sentence(folder: Path, submissions: tuple[Path, ...]) -> str:
    """What to say of a folder that holds several submissions."""
    names = ", ".join(shown_path(one.relative_to(folder).as_posix()) for one in submissions[:_NAMED])
    sentence = _(
        "{path}: this looks like a folder of submissions ({names}). Grade one of them: python -m grader -s {one}, or "
        "all of them: python -m grader class {path}"
    )
    return sentence.format(
        path=shown_path(folder),
        names=names + (", …" if len(submissions) > _NAMED else ""),
        one=shown_path(submissions[0]),
    )


def _look_into(course: Course, folder: Path, label: str) -> Place:
    modules: dict[str, list[Path]] = {}
    notebooks: list[Path] = []
    others: list[str] = []
    for path in _files_in(folder):
        if path.suffix == NOTEBOOK:
            notebooks.append(path)
        elif path.suffix.lower() == ".py":
            exercise = exercise_meant(course, path.stem)
            if exercise is not None:
                modules.setdefault(exercise.name, []).append(path)
            else:
                others.append(path.name)
    ordered = {name: _own_name_first(name, paths) for name, paths in modules.items()}
    return Place(folder, label, ordered, tuple(notebooks), tuple(others))


def _own_name_first(name: str, paths: list[Path]) -> list[Path]:
    return sorted(paths, key=lambda path: (path.name != f"{name}.py", path.name))


def _files_in(folder: Path) -> Iterator[Path]:
    # a folder may be named like a module; reading it then says what is wrong
    return (folder / name for name, is_folder in _entries(folder) if not is_folder or name.endswith(".py"))


def _folders_in(folder: Path) -> list[Path]:
    return [folder / name for name, is_folder in _entries(folder) if is_folder]


def _entries(folder: Path) -> list[tuple[str, bool]]:
    try:
        with os.scandir(folder) as entries:
            found = [
                (entry.name, entry.is_dir(follow_symlinks=False))
                for _number, entry in zip(range(_MOST_ENTRIES), entries, strict=False)
                if not entry.name.startswith(".") and entry.name not in _PASSED_OVER
            ]
    except OSError:
        return []
    return sorted(found)


def module_of(places: tuple[Place, ...], exercise: Exercise) -> Iterator[tuple[Place, Path]]:
    """The files about an exercise, in the order in which they count."""
    for place in places:
        for path in place.modules.get(exercise.name, ()):
            yield place, path
