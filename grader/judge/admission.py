"""Whether an exercise can be judged at all: is there a file, does it parse, is it attempted, can it be imported?"""

from grader.course.file import Course
from grader.messages import _
from grader.pipe.errors import WorkerEnded
from grader.pipe.frames import Loaded, Printed, Raised
from grader.pipe.pool import Workers
from grader.result.outcome import Problem
from grader.source.module import Source, SourceProblem
from grader.testing import render


def find_problem(source: Source | SourceProblem | None, functions: tuple[str, ...]) -> Problem | None:
    """Return why nothing of an exercise can be judged, as far as the file alone tells.

    Args:
        source: the exercise's module; None if it is not part of the run.
        functions: those that the exercise asks for.
    """
    if source is None:
        return Problem("not_judged", _("This exercise was not part of this run."))
    if isinstance(source, SourceProblem):
        return Problem("error", source.message, source.line)
    if not any(source.is_attempted(function) for function in functions):
        return Problem("not_attempted", "")
    return None


def import_module(course: Course, source: Source, workers: Workers) -> tuple[Printed | None, Problem | None]:
    """Run the module in a worker; return what it printed, and why nothing of it can be judged, if that is so."""
    try:
        loaded = workers.load(source)
    except WorkerEnded as ended:
        sentence = _("{file}: {what}.").format(file=source.filename, what=ended.message)
        return None, Problem("error", sentence, source.own_line(1))
    if isinstance(loaded, Loaded):
        return loaded.printed, None
    line = source.own_line(loaded.frames[-1].line) if loaded.frames else None
    return loaded.printed, Problem("error", _import_sentence(course, loaded, source), line)


def _import_sentence(course: Course, raised: Raised, source: Source) -> str:
    module = (raised.missing_module or "").split(".")
    shown = render.exception(raised, source)
    if raised.missing_module:  # the sentence says it all; what is left to show is the line
        shown = shown.partition("\n")[2]
    if module[-1] and (course.exercise(module[-1]) or module[0] in ("exercises", "solutions")):
        sentence = _("{file} imports another exercise. Each file stands alone: write here what it needs.")
    elif raised.missing_module:
        sentence = _(
            "{file} imports {module}, which is not available while grading: there are Python's own modules, NumPy "
            "and torch."
        )
    else:
        sentence = _("{file} cannot be imported: running it raises an exception.")
    return sentence.format(file=source.filename, module=raised.missing_module) + f"\n{shown}"
