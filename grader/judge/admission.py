"""Whether an exercise can be judged: is there a file, does it parse, is it attempted, can it be imported?"""

from collections.abc import Mapping

from grader.course.attempt import is_attempted
from grader.course.file import Course, Exercise
from grader.judge.missing_function import missing_function_sentence
from grader.messages import _
from grader.pipe.errors import WorkerEnded
from grader.pipe.frames import Printed, Raised
from grader.pipe.pool import Workers
from grader.result.outcome import Problem
from grader.source.module import Source, SourceProblem
from grader.testing import render
from grader.testing.explanation import explain


def find_problem(course: Course, exercise: Exercise, source: Source | SourceProblem | None) -> Problem | None:
    """Return why nothing of an exercise can be judged, as far as the file alone tells.

    Args:
        course: knows what was handed out.
        exercise: what is asked for.
        source: the exercise's module; None if it is not part of the run.
    """
    if source is None:
        return Problem("not_judged", _("This exercise was not part of this run."))
    if isinstance(source, SourceProblem):
        return Problem("error", source.message, source.line)
    if source.facts.is_empty and source.filename.endswith(
        ".py"
    ):  # of a notebook, only what defines the function is left
        sentence = _("There is no code in {file}. If there is some in your editor, save it.")
        return Problem("error", sentence.format(file=source.filename))
    if not is_attempted(course, exercise, source):
        return _replaced_work(source, exercise.functions) or Problem("not_attempted", "")
    return None


def _replaced_work(source: Source, functions: tuple[str, ...]) -> Problem | None:
    found = next((one for one in source.facts.misplaced if one.stub and one.function in functions), None)
    if found is None:
        return None
    sentence = _(
        "{file} defines {function} twice: your work in line {work}, and the stub in line {stub}. The last one counts, "
        "so delete the stub."
    )
    sentence = sentence.format(file=source.filename, function=found.function, work=found.line, stub=found.stub)
    return Problem("error", sentence, source.own_line(found.stub))


def import_module(
    course: Course, exercise: Exercise, source: Source, workers: Workers
) -> tuple[Printed | None, Problem | None]:
    """Run the module in a worker; return what it printed, and why nothing of it can be judged, if that is so."""
    try:
        loaded = workers.load(source)
    except WorkerEnded as ended:
        sentence = _("{file}: {what}.").format(file=source.filename, what=ended.message)
        return None, Problem("error", sentence, source.own_line(1))
    if isinstance(loaded, Raised):
        line = source.own_line(loaded.frames[-1].line) if loaded.frames else None
        return loaded.printed, Problem("error", _import_sentence(course, exercise, loaded, source), line)
    if not exercise.tests_of and not any(function in loaded.functions for function in exercise.functions):
        return loaded.printed, Problem("error", missing_function_sentence(source, exercise.functions[0]))
    return loaded.printed, None


def functions_elsewhere(course: Course, exercise: str) -> Mapping[str, str]:
    """The functions that all other exercises ask for, each with its exercise's name."""
    return {function: one.name for one in course.exercises if one.name != exercise for function in one.functions}


def _import_sentence(course: Course, exercise: Exercise, raised: Raised, source: Source) -> str:
    sentence = _("{file} cannot be imported: running it raises an exception.").format(file=source.filename)
    shown = render.exception(raised, source)
    reason = explain(raised, source, functions_elsewhere(course, exercise.name), exercise.preload)
    if raised.missing_module:  # the reason is enough, together with the line
        return f"{reason}\n{shown.partition(chr(10))[2]}"
    return f"{sentence}\n{shown}\n{reason}".rstrip()
