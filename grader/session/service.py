"""The process that grades for a kernel: one question a line, one answer a line, until the kernel is gone.

It is the judge, and keeps what takes long to load: the tests, and the process that workers are forked from. The worker
of each check is a new one.
"""

import io
import os
import sys
from typing import TYPE_CHECKING, Any, BinaryIO

import msgspec
from rich.console import Console

from grader.course.file import Course, CourseError, Exercise, find_root, has_shows, load_course
from grader.course.translation import speak
from grader.language.choice import chosen_language
from grader.messages import _, languages
from grader.package import collect_seldom
from grader.pipe.errors import GraderFault
from grader.pipe.launcher import Launcher
from grader.reader.facts import ExerciseFacts, NotebookFacts, Unusable
from grader.reader.questions import AskCells
from grader.result.document import Document
from grader.source.module import Source, SourceProblem
from grader.submission.finding import Submission
from grader.submission.notebook.collection import course_outline, module_source
from grader.submission.notebook.wording import redefined_sentence
from grader.submission.reader_process import Reader, reading_in

if TYPE_CHECKING:
    from grader.drawing.draw import Drawing


class UnknownError(Exception):
    """What was asked for is not there, in one sentence for the learner."""


class Question(msgspec.Struct, frozen=True):
    """What a kernel asks: which exercises, the numbered pieces of code that ran, and the names that exist there.

    With `wishes`, which may all be None, it is not to be graded but drawn.
    """

    exercises: tuple[str, ...]
    cells: tuple[tuple[str, str], ...]
    names: frozenset[str]
    wishes: dict[str, Any] | None = None
    language: str | None = None


def main() -> None:
    """Answer questions on standard input until it ends."""
    collect_seldom()
    questions, answers = _private_pipe()
    try:
        course = load_course(find_root())
    except CourseError as error:
        for _line in questions:
            _send(answers, {"error": str(error)})
        return
    with Launcher() as launcher, Reader() as reader:
        reader.prepare()
        launcher.prepare(course.limits)
        for line in questions:
            question = msgspec.json.decode(line, type=Question)
            # for each question: a check may ask for another language than the one before
            spoken = speak(course, chosen_language(question.language, course.language, languages()))
            _send(answers, _answer(spoken, launcher, reader, question))
            launcher.start_ahead(course.limits)  # for the next question, while the learner reads


def _private_pipe() -> tuple[BinaryIO, BinaryIO]:
    """Keep standard output for answers: a stray print must not become one."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return sys.stdin.buffer, answers


def _send(answers: BinaryIO, answer: dict[str, Any]) -> None:
    answers.write(msgspec.json.encode(answer) + b"\n")
    answers.flush()


def _answer(course: Course, launcher: Launcher, reader: Reader, question: Question) -> dict[str, Any]:
    try:
        work = read_kernel(course, question, reader)
        chosen = tuple(exercise for exercise in course.every_exercise if exercise.name in work.sources)
        course = course.holding(chosen)
        if question.wishes is not None:
            return _drawn(course, launcher, work, chosen[0], question.wishes)
        document = _grade(course, launcher, work, chosen)
        answer = _shown(course, document, work, tuple(exercise.name for exercise in chosen))
        if len(chosen) == 1 and document.exercise(chosen[0].name).status == "passed":
            answer["html"] += _picture_below(course, launcher, work, chosen[0])
        return answer
    except (UnknownError, GraderFault) as error:
        return {"error": str(error)}
    except Exception as error:  # the next check should find us here
        said = _("The grader itself has failed; this is not your doing. ({fault})")
        return {"error": said.format(fault=f"{type(error).__name__}: {error}")}


def read_kernel(course: Course, question: Question, reader: Reader | None = None) -> Submission:
    """Return what is defined in a kernel as a submission; raises UnknownError where there is nothing to grade."""
    filename = _("the notebook")
    cells = tuple((_("cell [{number}]").format(number=number), text) for number, text in question.cells)
    with reading_in(reader) as own:
        facts = own.ask(AskCells(cells, course_outline(own, course)), filename, NotebookFacts, Unusable)
    if not isinstance(facts, NotebookFacts):
        raise UnknownError(facts.message if isinstance(facts, SourceProblem) else facts.trouble)
    try:
        wanted = [course.find(name) for name in question.exercises] or course.every_exercise
    except LookupError as error:
        raise UnknownError(str(error.args[0])) from None
    sources: dict[str, Source | SourceProblem] = {}
    notes: list[str] = []
    for exercise in wanted:
        found = facts.found.get(exercise.name, ExerciseFacts())
        source = module_source(exercise, filename, found)
        missing = [name for name in exercise.functions if name not in question.names]
        written = not exercise.tests_of
        if written and isinstance(source, Source) and len(missing) == len(exercise.functions):
            source = None  # it was run, but is not there: the cell failed, or the name was deleted
        if source is None and not question.exercises:
            continue
        sources[exercise.name] = source or _not_defined(exercise)
        notes += [redefined_sentence(one, filename) for one in found.redefined]
    if not sources:
        raise UnknownError(_("No exercise's function is defined in this notebook yet. Run the cells that define them."))
    return Submission(filename, sources, tuple(notes), kind="kernel")


def _not_defined(exercise: Exercise) -> SourceProblem:
    said = _("{function} is not defined in this notebook yet. Run the cell that defines it, then this one again.")
    return SourceProblem(said.format(function=exercise.functions[0]))


def _grade(course: Course, launcher: Launcher, work: Submission, chosen: tuple[Exercise, ...]) -> Document:
    from grader.judge.run import grade
    from grader.pipe.pool import Workers

    with Workers(course.limits, launcher=launcher) as workers:
        return grade(course, work, workers, chosen)


def _shown(course: Course, document: Document, work: Submission, names: tuple[str, ...]) -> dict[str, Any]:
    from grader.report.html import fragment
    from grader.report.telling import tell
    from grader.report.terminal import print_report

    console = Console(
        file=io.StringIO(), width=100, color_system=None, highlight=False, markup=False, emoji=False, soft_wrap=True
    )
    telling = tell(document, course, names, notes=work.notes)
    print_report(telling, console)
    return {
        "points": telling.points,
        "max_points": telling.max_points,
        "text": console.file.getvalue(),  # type: ignore[attr-defined]
        "html": fragment(telling),
        "document": msgspec.to_builtins(document),
    }


def _picture_below(course: Course, launcher: Launcher, work: Submission, exercise: Exercise) -> str:
    """What has passed, drawn, for below its report; nothing where there is nothing to see."""
    if not has_shows(course):
        return ""
    drawing = _draw(course, launcher, work, exercise, {})
    from grader.drawing.html import fragment

    return fragment([drawing]) if drawing.pictures else ""


def _drawn(
    course: Course, launcher: Launcher, work: Submission, exercise: Exercise, wishes: dict[str, Any]
) -> dict[str, Any]:
    from grader.drawing.html import fragment
    from grader.drawing.terminal import print_drawing

    try:
        drawing = _draw(course, launcher, work, exercise, wishes)
    except msgspec.ValidationError:
        return {"error": _("lr should be a number, epochs a whole number, and start some numbers, as in: start=(2, 1)")}
    except ValueError as error:  # a wish that cannot be fulfilled
        return {"error": str(error)}
    console = Console(
        file=io.StringIO(), width=100, color_system=None, highlight=False, markup=False, emoji=False, soft_wrap=True
    )
    print_drawing(drawing, console)
    return {"text": console.file.getvalue(), "html": fragment([drawing])}  # type: ignore[attr-defined]


def _draw(
    course: Course, launcher: Launcher, work: Submission, exercise: Exercise, wishes: dict[str, Any]
) -> "Drawing":
    from grader.drawing.course import Wishes, load_shows
    from grader.drawing.draw import draw_exercise
    from grader.pipe.pool import Workers

    asked = msgspec.convert(wishes, Wishes)
    with Workers(course.limits, launcher=launcher) as workers:
        return draw_exercise(course, load_shows(course), work, workers, exercise, asked)
