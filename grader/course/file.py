"""`exercises/course.toml`: the order, titles, tasks, points, hints and limits of a course, read into frozen objects."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import msgspec

from grader.course.tables import FIRST_TRACK, CourseTable, Exercise, Feedback, Task, Track
from grader.course.validation import mistakes_in
from grader.messages import _
from grader.package import ROOT
from grader.pipe.limits import Limits
from grader.source.torch_names import watched

__all__ = [
    "ALL_TRACKS",
    "BLUEPRINTS",
    "BUILDERS",
    "EXPLORER",
    "HANDED_OUT",
    "SHOWS",
    "Course",
    "CourseError",
    "Exercise",
    "Feedback",
    "Task",
    "find_root",
    "has_shows",
    "load_course",
]

# what a course adds to the objects that tests can pass; learners may read both
BLUEPRINTS = "tests/blueprints.py"  # what tests write
BUILDERS = "tests/builders.py"  # what makes the objects, in the worker
SHOWS = "tests/shows.py"  # what there is to see of the learner's own functions
EXPLORER = "exercises/explore.html"  # a page to try things on; course.toml names it in `files`
ALL_TRACKS = "all"
HANDED_OUT = "exercises/.stubs"  # files as learners get them, where no solution is at hand to make them from


class CourseError(Exception):
    """There is no course, or its course.toml has mistakes: a sentence each, with the file and the key."""


@dataclass(frozen=True)
class Course:
    """A course and the folder that its paths are computed from.

    `language` is the one that its texts are in; as course.toml has it, the one that its learners are addressed in.

    Attributes:
        exercises: those of the track that is looked at, in order.
        every_exercise: those of all tracks.
        tracks: all of them, the course itself first.
        given: the text of each file that is handed out as it is, by exercise.
    """

    root: Path
    name: str
    title: str
    version: str
    exercises: tuple[Exercise, ...]
    limits: Limits
    feedback: Feedback
    sizes: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    files: tuple[str, ...] = ()
    finish: str = ""
    language: str = ""
    every_exercise: tuple[Exercise, ...] = ()
    tracks: tuple[Track, ...] = ()
    given: Mapping[str, str] = field(default_factory=dict)

    @property
    def distribution(self) -> str:
        """What its bundles are called where they are installed."""
        return f"{self.name}-grader"

    def track(self, name: str) -> "Course":
        """The same course with the exercises of one track, or of all of them ("all"); raises LookupError."""
        if name == ALL_TRACKS:
            return replace(self, exercises=self.every_exercise)
        if name not in {track.name for track in self.tracks}:
            known = ", ".join([*(track.name for track in self.tracks), ALL_TRACKS])
            raise LookupError(_("there is no track {name!r}; the tracks are: {known}").format(name=name, known=known))
        return replace(self, exercises=tuple(one for one in self.every_exercise if one.track == name))

    @property
    def looked_at(self) -> str:
        """The name of the track that `exercises` are of; "all" if they are of several."""
        tracks = {exercise.track for exercise in self.exercises}
        return tracks.pop() if len(tracks) == 1 else ALL_TRACKS

    def holding(self, exercises: Iterable[Exercise]) -> "Course":
        """The same course with the one track that holds all of these, or with all of them."""
        tracks = {exercise.track for exercise in exercises}
        return self.track(tracks.pop() if len(tracks) == 1 else ALL_TRACKS)

    @property
    def salt(self) -> str:
        """What examples are drawn from where nobody chose another salt: a public constant, so that runs repeat."""
        return self.name

    @property
    def points(self) -> int:
        """The most that can be earned in the whole course."""
        return sum(exercise.points for exercise in self.exercises)

    def path(self, tree: str, exercise: Exercise, suffix: str = ".py") -> Path:
        """Where the exercise's file is in `tree`: "exercises", "solutions", "tests/public" or "tests/hidden"."""
        prefix = "test_" if tree.startswith("tests/") else ""
        return self.root / tree / f"{prefix}{exercise.name}{suffix}"

    def page(self, exercise: Exercise) -> Path:
        """Where the page of an exercise is, in the course's language if there is one."""
        translated = self.root / "exercises" / self.language / f"{exercise.name}.md"
        return translated if self.language and translated.is_file() else self.path("exercises", exercise, ".md")

    def guide(self, track: str) -> Path:
        """The page on how to work through a track: a further one may have its own beside the course's."""
        own = self.root / "exercises" / f"README.{track}.md"
        return own if own.is_file() else self.root / "exercises" / "README.md"

    def exercise(self, name: str) -> Exercise | None:
        """The exercise of this name, of whichever track, or None."""
        return next((exercise for exercise in self.every_exercise if exercise.name == name), None)

    def find(self, wanted: str) -> Exercise:
        """Return the exercise meant by a stem ("ex04_mse"), its file's path, a number ("4") or a unique part ("mse").

        A number alone, and a part that fits several, mean the track that is looked at; "kata4" means a kata.

        Raises:
            LookupError: nothing or several match; the message lists the near ones.
        """
        # a path, as completion in a shell gives it
        wanted = wanted.replace("\\", "/").rstrip("/").rpartition("/")[2].removesuffix(".py").removesuffix(".md")
        numbered = re.fullmatch(r"([a-z]*)([0-9]+)", wanted)
        at = (numbered[1] or self.exercises[0].kind, int(numbered[2])) if numbered else None
        for exercise in self.every_exercise:
            if exercise.name == wanted or (exercise.kind, exercise.number) == at:
                return exercise
        numbers = [exercise.number for exercise in self.every_exercise if at is not None and exercise.kind == at[0]]
        if numbers:
            sentence = _("there is no exercise {wanted}; they are numbered {first} to {last}")
            raise LookupError(sentence.format(wanted=wanted, first=numbers[0], last=numbers[-1]))
        near = [exercise for exercise in self.exercises if wanted.lower() in exercise.name]
        near = near or [exercise for exercise in self.every_exercise if wanted.lower() in exercise.name]
        if len(near) == 1:
            return near[0]
        # a part that fits several lists those; one that fits none, what is spelt alike, or else everything
        listed = [exercise.name for exercise in near] or _alike(wanted, self.exercises, self.every_exercise)
        sentence = _("no exercise matches {wanted!r}; did you mean: {names}?")
        if near:
            sentence = _("more than one exercise matches {wanted!r}; did you mean: {names}?")
        raise LookupError(sentence.format(wanted=wanted, names=", ".join(listed)))


def _alike(wanted: str, exercises: tuple[Exercise, ...], everything: tuple[Exercise, ...]) -> list[str]:
    import difflib

    names = {exercise.name.partition("_")[2]: exercise.name for exercise in everything}
    near = difflib.get_close_matches(wanted, [*names, *names.values()], cutoff=0.5)
    return list(dict.fromkeys(names.get(name, name) for name in near)) or [exercise.name for exercise in exercises]


def load_course(root: Path) -> Course:
    """Read `root/exercises/course.toml`; raises CourseError, which tells all its mistakes."""
    path = root / "exercises" / "course.toml"
    try:
        content = path.read_bytes()
    except OSError as error:
        raise CourseError(_("{path}: cannot be read ({why})").format(path=path, why=error.strerror)) from None
    try:
        raw = msgspec.toml.decode(content)
    except (msgspec.DecodeError, ValueError) as error:
        raise CourseError(f"{path}: {error}") from None
    mistakes = mistakes_in(raw)
    if mistakes:
        listed = mistakes[0] if len(mistakes) == 1 else "\n  ".join([f"{len(mistakes)} mistakes", *mistakes])
        raise CourseError(f"{path}: {listed}")
    file = msgspec.convert(raw, CourseTable)
    preload = {exercise.name: exercise.preload for exercise in file.exercises if exercise.preload}
    builders = root / BUILDERS
    limits = Limits(
        call_seconds=file.limits.call_seconds,
        submission_seconds=file.limits.submission_seconds,
        memory_mb=file.limits.memory_mb,
        preload=preload,
        watched={exercise.name: watched(exercise.ruled_out) for exercise in file.exercises if exercise.ruled_out},
        builders=builders.read_bytes() if builders.is_file() else b"",
    )
    tracks = (Track(FIRST_TRACK, file.title, file.points), *file.tracks)
    course = Course(
        root=root,
        name=file.name,
        title=file.title,
        version=file.version,
        exercises=file.exercises,
        limits=limits,
        feedback=file.feedback,
        sizes=file.sizes,
        files=file.files,
        finish=file.finish,
        language=file.language,
        every_exercise=file.exercises,
        tracks=tuple(track for track in tracks if any(exercise.track == track.name for exercise in file.exercises)),
        given={exercise.name: _given_text(root, exercise) for exercise in file.exercises if exercise.given},
    )
    return course.track(course.tracks[0].name)


def _given_text(root: Path, exercise: Exercise) -> str:
    try:
        return (root / HANDED_OUT / f"{exercise.name}.py").read_text(encoding="utf-8")
    except (OSError, ValueError):  # not there: then nobody can tell what was handed out
        return ""


def has_shows(course: Course) -> bool:
    """Whether a course has anything to show at all."""
    return (course.root / SHOWS).is_file()


def find_root(explicit: Path | None = None, submission: Path | None = None, checkout: bool = False) -> Path:
    """Return the folder of the course: `explicit`, or the nearest at or above the current folder, or the grader's own.

    What is graded never brings its own tests along. So the nearest course counts only if it cannot be a part of the
    submission: if that neither contains it nor lies in it, but for the course's own solutions and tests.

    Args:
        explicit: what was asked for by name.
        submission: what is going to be graded, if it is known too.
        checkout: the submission was not named, but is where a host started us. A grader that was installed without a
            course has no other than the one handed out with this checkout.

    Raises:
        CourseError: there is none.
    """
    if explicit is not None:
        if not _is_course(explicit):
            raise CourseError(_("{path}: there is no exercises/course.toml in it").format(path=explicit))
        return explicit.resolve()
    here = Path.cwd()
    own = ROOT if _is_course(ROOT) else None
    nearest = next(filter(_is_course, (here, *here.parents)), None)
    if nearest is None or nearest == own:
        found = own
    elif submission is not None and _may_hold_each_other(nearest, submission):
        if own is None and not checkout:
            sentence = _("{path}: this course may be a part of what is graded; say with --course which is meant")
            raise CourseError(sentence.format(path=nearest))
        found = own or nearest
    else:
        found = nearest
    if found is None:
        raise CourseError(_("{path}: there is no exercises/course.toml here or above").format(path=here))
    return found.resolve()


def _is_course(folder: Path) -> bool:
    return (folder / "exercises" / "course.toml").is_file()


def _may_hold_each_other(course: Path, submission: Path) -> bool:
    course, submission = course.resolve(), submission.resolve()
    if course.is_relative_to(submission):
        return True
    ours = ("solutions", "tests")
    return submission.is_relative_to(course) and submission.relative_to(course).parts[0] not in ours
