"""What is wrong in course.toml: every mistake is reported, in one sentence that names the table and the key."""

import difflib
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, TypeVar, get_args

import msgspec
from msgspec import Struct

from grader.course.tables import FIRST_TRACK, SHAPE, CourseTable, Exercise, Task
from grader.messages import languages

FORMAT = 1
_NAME = re.compile(r"[a-z][a-z0-9-]*")
_STEM = re.compile(r"([a-z]+)(\d\d)_[a-z][a-z0-9_]*")  # the track's letters, a number in it, a word or more
_MAX_TASKS = 4
_HINTS = (2, 3)  # a ladder: recall, (locate,) almost tell

_Raw = Mapping[str, Any]  # a table as TOML has it
_Table = TypeVar("_Table", bound=Struct)

# values with which nothing is wrong, in place of those that are missing or of another type and have been told already
_COURSE = {"format": FORMAT, "name": "a", "title": "a", "version": "a", "points": 0, "exercise": []}
_EXERCISE = {"name": "ex00_unnamed", "title": "a", "functions": ["a"], "task": []}
_TASK = {"id": "a", "title": "a", "points": 1, "hints": ["a", "a"]}


def mistakes_in(raw: _Raw) -> list[str]:
    """Return everything that is wrong in a parsed file; nothing if all is well."""
    found = list(_wrong_keys(raw, CourseTable, ""))
    if raw.get("format") not in (None, FORMAT):
        found.append(f"key format: {raw['format']} is not known, this grader reads format {FORMAT}")
    # a mistake in one value does not keep the others from being checked
    exercises = [_exercise(table) for table in _tables(raw, "exercise")]
    course = _read({**raw, "exercise": []}, CourseTable, _COURSE)
    course = msgspec.structs.replace(course, exercises=tuple(exercises))
    for exercise in exercises:
        found += _exercise_mistakes(exercise, course.sizes)
    names = Counter(exercise.name for exercise in exercises if exercise.name != _EXERCISE["name"])
    found += [f"key name: two exercises are called {name}" for name, times in names.items() if times > 1]
    found += _course_mistakes(course)
    if not found or _has_all_points(raw):
        found += _wrong_totals(course)
    return found


# ---- keys and types ----


def _wrong_keys(raw: _Raw, kind: type[Struct], where: str) -> Iterator[str]:
    fields = {field.encode_name: field for field in msgspec.structs.fields(kind)}
    for key in raw:
        if key not in fields:
            near = difflib.get_close_matches(key, fields, n=1)
            yield f"{where}key {key}: is not known" + (f"; did you mean {near[0]}?" if near else "")
    for key, field in fields.items():
        if key not in raw:
            if field.required:
                yield f"{where}key {key}: is missing"
            continue
        inner = next((one for one in (field.type, *get_args(field.type)) if _is_table(one)), None)
        value = raw[key]
        if inner is not None and isinstance(value, dict) and inner is field.type:
            yield from _wrong_keys(value, inner, f"{where}table {key}, ")
        elif inner is not None and isinstance(value, list) and all(isinstance(item, dict) for item in value):
            for at, item in enumerate(value, start=1):
                label = item.get("name") or item.get("id") or f"number {at}"
                yield from _wrong_keys(item, inner, f"{where}{key} {label}, ")
        else:
            try:
                msgspec.convert(value, field.type)
            except msgspec.ValidationError as error:
                what, _, at_key = str(error).partition(" - at `$")
                yield f"{where}key {key}{at_key.rstrip('`')}: {what}"


def _is_table(kind: object) -> bool:
    return isinstance(kind, type) and issubclass(kind, Struct)


def _tables(raw: _Raw, key: str) -> list[_Raw]:
    value = raw.get(key)
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def _read(raw: _Raw, kind: type[_Table], instead: _Raw) -> _Table:
    """The table as a struct, with values that are well in place of those that are missing or of another type."""
    fields = {field.encode_name: field.type for field in msgspec.structs.fields(kind)}
    return msgspec.convert({**instead, **{key: raw[key] for key in fields if _fits(raw, key, fields[key])}}, kind)


def _fits(raw: _Raw, key: str, kind: Any) -> bool:
    try:
        msgspec.convert(raw[key], kind)
    except (KeyError, msgspec.ValidationError):
        return False
    return True


def _exercise(raw: _Raw) -> Exercise:
    tasks = tuple(_read(task, Task, _TASK | {"id": f"number_{at}"}) for at, task in enumerate(_tables(raw, "task"), 1))
    exercise = _read({**raw, "task": []}, Exercise, _EXERCISE)
    return msgspec.structs.replace(exercise, tasks=tasks)


def _has_all_points(raw: _Raw) -> bool:
    """Whether the points of the course, of its tracks and of all tasks are there to be added up."""
    tasks = [task for exercise in _tables(raw, "exercise") for task in _tables(exercise, "task")]
    tables = [raw, *_tables(raw, "track"), *tasks]
    return all(isinstance(table.get("points"), int) and table["points"] > 0 for table in tables)


# ---- values ----


def _course_mistakes(file: CourseTable) -> Iterator[str]:
    if not _NAME.fullmatch(file.name):
        yield f"key name: {file.name!r} should be letters, digits and hyphens, as linear-regression"
    if not file.exercises:
        yield "key exercise: there is no exercise"
    for name in file.files:
        if "/" in name or "\\" in name or name.startswith("."):
            yield f"key files: {name!r} should be the name of a file in exercises/"
    if file.language and file.language not in languages():
        yield f"key language: there are no messages in {file.language!r}; choose one of: {', '.join(languages())}"
    tracks = {FIRST_TRACK, *(track.name for track in file.tracks)}
    names = {exercise.name for exercise in file.exercises}
    for exercise in file.exercises:
        if exercise.track not in tracks:
            yield f"exercise {exercise.name}, key track: there is no track {exercise.track}"
        if exercise.tests_of and exercise.tests_of not in names | {""} and exercise.track == FIRST_TRACK:
            yield f"exercise {exercise.name}, key tests_of: there is no exercise {exercise.tests_of}"


def _wrong_totals(file: CourseTable) -> Iterator[str]:
    totals: Counter[str] = Counter()
    for exercise in file.exercises:
        totals[exercise.track] += exercise.points
    for name, points in {FIRST_TRACK: file.points, **{track.name: track.points for track in file.tracks}}.items():
        where = "" if name == FIRST_TRACK else f"track {name}, "
        # a bundle may hold one track alone
        if totals[name] != points and (totals[name] or not file.tracks):
            yield f"{where}key points: the tasks' points add up to {totals[name]}, not {points}"


def _exercise_mistakes(exercise: Exercise, sizes: Mapping[str, object]) -> Iterator[str]:
    where = f"exercise {exercise.name}"
    if not _STEM.fullmatch(exercise.name):
        yield f"{where}, key name: should look like ex04_mse"
    if not exercise.functions or not all(name.isidentifier() for name in exercise.functions):
        yield f"{where}, key functions: should list at least one function name"
    if not 1 <= len(exercise.tasks) <= _MAX_TASKS:
        yield f"{where}, key task: should have one to {_MAX_TASKS} tasks, not {len(exercise.tasks)}"
    for form in exercise.log:
        try:
            re.compile(form)
        except re.error as error:
            yield f"{where}, key log: {form!r} is no regular expression ({error})"
    for shape in exercise.shapes:
        if not SHAPE.fullmatch(shape):
            yield f"{where}, key shapes: {shape!r} should look like 'weight (d, k)'"
    for name, letters in exercise.letters.items():
        for letter in letters:
            if letter not in sizes:
                yield f"{where}, key shapes: the {letter} of {name} is not explained under sizes"
    ids = Counter(task.id for task in exercise.tasks)
    yield from (f"{where}, key id: two tasks are called {name}" for name, times in ids.items() if times > 1)
    for task in exercise.tasks:
        yield from (f"{where}, task {task.id}, {mistake}" for mistake in _task_mistakes(task))


def _task_mistakes(task: Task) -> Iterator[str]:
    if not task.id.isidentifier():
        yield "key id: should be a plain name"
    if task.points < 1:
        yield f"key points: should be at least 1, not {task.points}"
    if len(task.hints) not in _HINTS or not all(hint.strip() for hint in task.hints):
        yield "key hints: should be two or three sentences"
