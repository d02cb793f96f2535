"""What a course's files have wrong, read and not run: pages, stubs, tests, and what lies beside them."""

import ast
import difflib
import re
from collections.abc import Iterator

from grader.course.catalogue import ALTERNATIVES, EDITS, MISCONCEPTIONS
from grader.course.file import BLUEPRINTS, BUILDERS, SHOWS, Course, Exercise
from grader.messages import languages
from grader.proof.known_answers import TREES_WITH_TESTS, tests_in

_HEADING = re.compile(r"^### (\d+)\. `(\w+)`", re.MULTILINE)
_BACKUP = re.compile(r".*\.backup-\d+\.py")  # what `grader reset` keeps of a learner's own work

Exercises = tuple[Exercise, ...]


def missing_files(course: Course, exercises: Exercises) -> Iterator[str]:
    """Files that every exercise needs, and those that course.toml names."""
    paths = [course.root / "exercises" / name for name in ("README.md", *course.files)]
    for exercise in exercises:
        paths += [course.path("exercises", exercise, ".md")]
        paths += [course.path(tree, exercise) for tree in ("exercises", "solutions", *TREES_WITH_TESTS)]
    return (f"{path.relative_to(course.root)}: is missing" for path in paths if not path.is_file())


def unreadable_files(course: Course, exercises: Exercises) -> Iterator[str]:
    """Files of ours that Python cannot read."""
    paths = [course.root / name for name in (BLUEPRINTS, BUILDERS, SHOWS)]
    for exercise in exercises:
        paths += [course.path(tree, exercise) for tree in ("solutions", *TREES_WITH_TESTS)]
        for tree in (MISCONCEPTIONS, ALTERNATIVES):
            paths += sorted((course.root / tree / exercise.name).glob("*.py"))
    for path in paths:
        if path.is_file():
            where = path.relative_to(course.root)
            try:
                ast.parse(path.read_bytes(), str(where))
            except SyntaxError as error:
                yield f"{where}, line {error.lineno}: {error.msg}"
            except ValueError as error:  # null bytes
                yield f"{where}: {error}"


def unknown_files(course: Course) -> Iterator[str]:
    """Files that nothing in course.toml asks for."""
    stems = {exercise.name for exercise in course.exercises}
    known = {"exercises": {f"{stem}{suffix}" for stem in stems for suffix in (".md", ".py")}}
    known["exercises"] |= {"README.md", "course.toml", "images", *course.files, *languages()[1:]}
    known["exercises"] |= {course.guide(track.name).name for track in course.tracks}
    known["solutions"] = {f"{stem}.py" for stem in stems}
    known[MISCONCEPTIONS] = known[ALTERNATIVES] = stems
    known[EDITS] = {f"{stem}.toml" for stem in stems}
    for tree, names in known.items():
        for path in sorted((course.root / tree).glob("[!._]*")):
            if path.suffix == ".po" and path.stem in languages():
                continue
            if path.name not in names and not _BACKUP.fullmatch(path.name):
                yield f"{path.relative_to(course.root)}: {_why_unknown(tree, path.name, names)}"
    for tree in TREES_WITH_TESTS:
        for path in sorted((course.root / tree).glob("test_*")):
            if path.stem.removeprefix("test_") not in stems:
                yield f"{path.relative_to(course.root)}: course.toml has no such exercise"


def _why_unknown(tree: str, name: str, names: set[str]) -> str:
    near = difflib.get_close_matches(name, names, n=1)
    if near:
        return f"nothing in course.toml is called so; did you mean {near[0]}?"
    if tree == "exercises":
        return "nothing in course.toml is called so; a file that learners should get stands in its key files"
    return "nothing in course.toml is called so"


def wrong_headings(course: Course, exercises: Exercises) -> Iterator[str]:
    """Pages whose headings are not those of the tasks, in order."""
    for exercise in exercises:
        path = course.path("exercises", exercise, ".md")
        if not path.is_file():
            continue
        where = path.relative_to(course.root)
        headings = _HEADING.findall(path.read_text(encoding="utf-8"))
        wanted = [(str(number), task.id) for number, task in enumerate(exercise.tasks, start=1)]
        named = {task for _number, task in headings}
        missing = [(number, task) for number, task in wanted if task not in named]
        for number, task in missing:
            yield f"{where}: has no heading for the task {task}; write a line like: ### {number}. `{task}`: what to do"
        for number, task in headings:
            if exercise.task(task) is None:
                near = difflib.get_close_matches(task, [one.id for one in exercise.tasks], n=1)
                asked = f"; did you mean {near[0]}?" if near else ""
                yield f"{where}: the heading {number}. `{task}` is of no task in course.toml{asked}"
        if headings != wanted and not missing and named == {task for _number, task in wanted}:
            order = ", ".join(f"{number}. {task}" for number, task in wanted)
            yield f"{where}: the headings of the tasks should be, in this order: {order}"


def missing_functions(course: Course, exercises: Exercises) -> Iterator[str]:
    """Functions that course.toml names and a solution does not have."""
    for exercise in exercises:
        path = course.path("solutions", exercise)
        if not path.is_file():
            continue
        tree = ast.parse(path.read_bytes())
        defined = [node.name for node in tree.body if isinstance(node, ast.FunctionDef)]
        for function in () if exercise.tests_of else exercise.functions:
            if function not in defined:
                has = f"it has: {', '.join(defined)}" if defined else "it has none"
                where = path.relative_to(course.root)
                yield f"{where}: has no function {function}, which course.toml names under functions ({has})"


def incomplete_tests(course: Course, exercises: Exercises) -> Iterator[str]:
    """Tests without a task or a requirement, and tasks without a test."""
    for exercise in exercises:
        for tree in TREES_WITH_TESTS:
            path = course.path(tree, exercise)
            if not path.is_file():
                continue
            where = path.relative_to(course.root)
            tasks: set[str] = set()
            for function in tests_in(path):
                marked = _marked_tasks(function)
                tasks |= marked
                if not marked:
                    yield f'{where}, {function.name}: has no task; write @pytest.mark.task("…") above it'
                for task in sorted(marked - {task.id for task in exercise.tasks}):
                    yield f"{where}, {function.name}: {exercise.name} has no task {task}"
                if not ast.get_docstring(function):
                    yield f"{where}, {function.name}: has no docstring, which is what the learner reads"
            yield from (f"{where}: no test of task {task.id}" for task in exercise.tasks if task.id not in tasks)


def _marked_tasks(function: ast.FunctionDef) -> set[str]:
    tasks: set[str] = set()
    for decorator in function.decorator_list:
        match decorator:
            case ast.Call(func=ast.Attribute(attr="task"), args=args):
                tasks |= {str(arg.value) for arg in args if isinstance(arg, ast.Constant)}
    return tasks
