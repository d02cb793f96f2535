"""`python -m grader watch`: save a file, see its exercise graded.

Everything slow is done ahead of need: the judge has pytest and the tests loaded, a worker with torch waits for the next
grading, and another one stands ready to look for misconceptions. Each grading still gets a worker of its own.
"""

import contextlib
import gc
import itertools
import queue
import sys
from collections.abc import Callable
from pathlib import Path

import msgspec
from rich.console import Console
from rich.text import Text
from watchfiles import Change, watch

from grader.course.file import ALL_TRACKS, Course, Exercise, has_shows
from grader.course.stubs import solution_lines
from grader.diagnosis import Memory, Patience, prepare, workers_for_replays
from grader.judge.collection import CollectedTests, with_collected_tests
from grader.judge.examples import Examples
from grader.judge.run import grade
from grader.judge.settings import available_stages
from grader.messages import _
from grader.pipe.foresight import Foresight
from grader.pipe.launcher import Launcher
from grader.pipe.pool import Workers
from grader.pipe.torch_parts import Needs
from grader.report.telling import tell
from grader.report.terminal import print_report, print_wrapped
from grader.result.document import Document
from grader.session.interruption import Interruption
from grader.session.spare_time import SpareTime
from grader.source.module import Source
from grader.submission.finding import Submission, SubmissionError, exercises_in, read_submission
from grader.submission.places import folders_of
from grader.submission.reader_process import Reader
from grader.testing.implementations import KnownReplies

_QUIET_MS = 50  # saves within this time count as one
_LOOK_EVERY_MS = 100
_WORKERS = 2  # of a grading: one that is asked, and one that makes calls ahead
_PATIENCE = Patience(seconds=0.15)  # somebody waits


class Watch:
    """One session in front of a terminal."""

    def __init__(self, course: Course, folder: Path, console: Console, interruption: Interruption) -> None:
        self._interruption = interruption
        self._course = course
        self._folder = folder
        self._console = console
        self._launcher = Launcher()
        self._foresight = Foresight()
        self._reader = Reader()
        self._replaying = workers_for_replays(course.limits, self._launcher)
        self._memory = Memory(_PATIENCE, self._replaying)
        self._examples = Examples()
        self._replies = KnownReplies()
        self._tests: CollectedTests | None = None
        self._behind = contextlib.ExitStack()  # what a grading leaves to be ended
        self._spare_time = SpareTime(self._memory.lock)
        self._document: Document | None = None
        self._graded: dict[str, bytes] = {}  # by exercise, the code that its row in the document is about
        self._current = course.exercises[0]
        self._worked_on = self._current  # saved last, or turned to since: what `s` draws
        self._hint = 0

    def run(self, keys: "queue.Queue[str]") -> None:
        """Grade what is there, then whatever is saved, until `q` or Ctrl-C is pressed.

        Raises:
            KeyboardInterrupt: it was Ctrl-C, and broke off a grading.
        """
        self._launcher.prepare(self._course.limits)
        output, errors = sys.stdout, sys.stderr

        def watch_with(tests: CollectedTests) -> None:
            self._tests = tests
            with contextlib.redirect_stdout(output), contextlib.redirect_stderr(errors):
                self._watch(keys)

        try:
            course = self._course.track(ALL_TRACKS)
            with_collected_tests(course, available_stages(course), watch_with, repetition=None)
        finally:
            self._spare_time.close()
            self._behind.close()
            self._replaying.stop()
            self._launcher.close()
            self._reader.close()

    def _watch(self, keys: "queue.Queue[str]") -> None:
        changes = watch(
            *folders_of(self._folder),
            debounce=_QUIET_MS,
            step=10,
            rust_timeout=_LOOK_EVERY_MS,
            yield_on_timeout=True,
            recursive=False,
            raise_interrupt=True,
        )
        next(changes)  # begins to watch: what is saved during the first grading must not be missed
        self._grade(self._course.exercises)
        gc.collect()
        gc.freeze()  # what is loaded stays; a garbage collection over all of it costs a tenth of a grading
        self._go_on_to_open()
        self._worked_on = self._current
        self._show()
        self._prepare()
        width = self._console.width
        for changed in changes:
            if self._interruption.is_requested:
                return
            saved = self._changed(changed)
            if saved:
                self._saved(saved)
            elif self._console.width != width:  # the window has changed: lines are laid out anew
                self._show()
            width = self._console.width
            while not keys.empty():
                if self._press(keys.get()):
                    return

    def _changed(self, changes: set[tuple[Change, str]]) -> tuple[Exercise, ...]:
        """The exercises whose file was saved; of a notebook, which holds many, those whose code has changed."""
        # editors write a temporary file and rename it, so only the final name counts; a deleted file may come back
        paths = {Path(path) for change, path in changes if change != Change.deleted}
        saved: set[Exercise] = set()
        for path in paths:
            touched = exercises_in(self._course, path, self._reader)
            saved.update(touched if path.suffix == ".py" else self._with_new_code(touched))
        return tuple(exercise for exercise in self._course.every_exercise if exercise in saved)

    def _with_new_code(self, exercises: tuple[Exercise, ...]) -> list[Exercise]:
        work = self._read(exercises)
        if work is None:
            return []
        # saved without a change: somebody wants to see the verdict again
        changed = [one for one in exercises if _code(work, one) != self._graded.get(one.name)]
        return changed or [one for one in exercises if one == self._current]

    def _saved(self, exercises: tuple[Exercise, ...]) -> None:
        self._spare_time.end()
        self._say(_("grading {names} …").format(names=", ".join(exercise.name for exercise in exercises)))
        if not set(exercises) <= set(self._course.exercises):
            self._turn_to(exercises[-1].track)
            exercises = tuple(exercise for exercise in exercises if exercise in self._course.exercises)
        else:
            self._grade(exercises)
        if self._document is None:
            return
        self._worked_on = exercises[-1]
        open_ones = [one for one in exercises if self._document.exercise(one.name).status != "passed"]
        if open_ones:
            self._current = self._worked_on = open_ones[0]
            self._show()
        else:
            self._go_on_to_open()
            self._show(passed=exercises[-1])
        self._prepare()

    def _prepare(self) -> None:
        """While the learner thinks, get ready to explain what the next save may get wrong."""
        soon = dict.fromkeys((self._worked_on, self._current))
        for exercise in soon:
            self._launcher.prepare(self._course.limits, Needs(modules=frozenset(exercise.preload)))
        prepared = (prepare(self._course, one, self._memory, self._replaying) for one in soon)
        self._spare_time.spend(itertools.chain.from_iterable(prepared))

    def _read(self, exercises: tuple[Exercise, ...]) -> Submission | None:
        try:
            return read_submission(self._course, self._folder, exercises, self._reader)
        except SubmissionError:
            return None  # the last file is gone for the moment; the next save tells

    def _grade(self, exercises: tuple[Exercise, ...]) -> None:
        work = self._read(exercises)
        if work is None:
            return
        self._graded.update({exercise.name: _code(work, exercise) for exercise in exercises})
        self._behind.close()
        workers = self._behind.enter_context(Workers(self._course.limits, self._launcher, foresight=self._foresight))
        first = work.sources.get(exercises[0].name)
        if len(exercises) == 1 and isinstance(first, Source):
            workers.look_ahead(first)
        tests = self._tests if self._tests is not None and self._tests.are_current else None
        with self._interruption.breaking_off():
            new = grade(
                self._course,
                work,
                workers,
                exercises,
                memory=self._memory,
                examples=self._examples,
                tests=tests,
                replies=self._replies,
            )
        if self._document is None:
            self._document = new
            return
        rows = {row.name: row for row in self._document.exercises}
        rows |= {exercise.name: new.exercise(exercise.name) for exercise in exercises}
        self._document = msgspec.structs.replace(
            new, exercises=tuple(rows.values()), points=sum(row.points for row in rows.values())
        )
        self._hint = 0

    def _clear_up(self) -> None:
        """End the worker of a grading that is over and start those of the next, while the learner reads."""
        self._behind.close()
        self._launcher.start_ahead(self._course.limits, _WORKERS)

    def _turn_to(self, track: str) -> None:
        """Look at the exercises of another track from now on, and grade them."""
        self._course = self._course.track(track)
        self._document = None
        self._current = self._course.exercises[0]
        self._grade(self._course.exercises)

    def _go_on_to_open(self) -> None:
        """Turn to the first exercise that has not passed; after the last one of a track, to the next track."""
        self._go_on()
        tracks = [track.name for track in self._course.tracks]
        for track in tracks[tracks.index(self._current.track) + 1 :] if tracks else ():
            if self._document is None or any(row.status != "passed" for row in self._document.exercises):
                return
            work = self._read(self._course.track(track).exercises)
            # a folder may hold the course alone
            if work is not None and any(isinstance(source, Source) for source in work.sources.values()):
                self._turn_to(track)
                self._go_on()

    def _go_on(self, exercises: tuple[Exercise, ...] | None = None) -> None:
        """Turn to the first of these exercises, by default of all, that has not passed."""
        if self._document is not None:
            for exercise in exercises or self._course.exercises:
                if self._document.exercise(exercise.name).status != "passed":
                    self._current = exercise
                    return

    def _show(self, passed: Exercise | None = None, everything: bool = False) -> None:
        """Show where things stand, what to do in the current exercise, and one way to write what has just passed.

        Args:
            passed: what has just passed.
            everything: say more about every exercise, not only the current one.
        """
        if self._document is None:
            return
        self._console.clear()
        if passed is not None:
            self._say(_("{name} has passed.").format(name=passed.name))
            self._show_solution(passed)
        details = None if everything else (self._current.name,)
        print_report(tell(self._document, self._course, details=details), self._console)
        self._show_keys()
        self._clear_up()

    def _show_keys(self) -> None:
        keys = _("n next  h hint  s show  a all  l list  q quit")
        if not has_shows(self._course):
            keys = _("n next  h hint  a all  l list  q quit")
        self._say(_("watching {name} · {keys}").format(name=self._current.name, keys=keys))

    def _show_solution(self, exercise: Exercise) -> None:
        """Show the body of the reference solution, where solutions are at hand: another way to see what was done."""
        path = self._course.path("solutions", exercise)
        if path.is_file():
            self._say(_("One way to write it, in {path}:").format(path=path))
            # of a whole program, the file shows more than a screen could
            for line in () if exercise.given else solution_lines(path.read_text(encoding="utf-8")):
                self._console.print(Text(f"  {line}", "dim"))
            self._console.print()

    def _list(self) -> None:
        """List all exercises with their titles and tasks."""
        self._console.clear()
        for exercise in self._course.exercises:
            tasks = ", ".join(task.id for task in exercise.tasks)
            print_wrapped(f"{exercise.name:<22}", Text(f"{exercise.title}  ({tasks})"), self._console, "bold")
        self._show_keys()

    def _press(self, key: str) -> bool:
        """Do what a key asks for; True to end."""
        actions: dict[str, Callable[[], None]] = {
            "n": self._next,
            "h": self._show_hint,
            "s": self._draw,
            "a": self._all,
            "l": self._list,
        }
        if key == "q":
            return True
        actions.get(key, self._show_keys)()
        return False

    def _next(self) -> None:
        """Turn to the next exercise that has not passed, after the last one to the first."""
        behind = self._course.exercises.index(self._current) + 1
        self._go_on((*self._course.exercises[behind:], *self._course.exercises[:behind]))
        self._worked_on = self._current
        self._hint = 0
        self._show()

    def _draw(self) -> None:
        """Draw what the functions of the exercise do that was saved last."""
        work = self._read((self._worked_on,))
        if work is None or not has_shows(self._course):
            self._show_keys()
            return
        from grader.drawing.course import Wishes, load_shows
        from grader.drawing.draw import draw_exercise
        from grader.drawing.terminal import print_drawing

        self._console.clear()
        with Workers(self._course.limits, launcher=self._launcher) as workers:
            drawing = draw_exercise(self._course, load_shows(self._course), work, workers, self._worked_on, Wishes())
        self._launcher.start_ahead(self._course.limits)
        print_drawing(drawing, self._console)
        self._show_keys()

    def _all(self) -> None:
        self._say(_("grading everything …"))
        self._grade(self._course.exercises)
        self._show(everything=True)

    def _show_hint(self) -> None:
        row = self._document.exercise(self._current.name) if self._document is not None else None
        unfinished = [task.id for task in row.tasks if task.status != "passed"] if row is not None else []
        task = self._current.task(unfinished[0]) if unfinished else self._current.tasks[0]
        assert task is not None
        at = min(self._hint, len(task.hints) - 1)
        self._hint += 1
        self._say(f"{self._current.name}.{task.id} ({at + 1}/{len(task.hints)}): {task.hints[at]}")
        self._show_keys()

    def _say(self, text: str) -> None:
        print_wrapped("", Text(text, "cyan"), self._console)


def _code(work: Submission, exercise: Exercise) -> bytes:
    source = work.sources.get(exercise.name)
    return source.content if isinstance(source, Source) else str(source).encode()
