"""One notebook or several as a submission: for each exercise, the module that one of them defines."""

from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from grader.course.file import Course, Exercise
from grader.messages import _
from grader.reader.facts import ExerciseFacts, ModuleTexts, NotebookFacts, Outline, Unusable
from grader.reader.questions import AskNotebook, AskTexts
from grader.reader.sizes import MAX_NOTEBOOK, MAX_NOTEBOOKS
from grader.source.module import Source, SourceProblem, as_source
from grader.source.place import shown_name
from grader.source.regular_files import read_plain_file
from grader.submission.notebook.outline import outline_of
from grader.submission.notebook.wording import missing_sentence, redefined_sentence, unusable_sentence
from grader.submission.reader_process import Reader


@dataclass(frozen=True)
class _Read:
    """One notebook that could be read."""

    path: Path
    facts: NotebookFacts

    @property
    def filename(self) -> str:
        """What reports call it."""
        return shown_name(self.path)


class Notebooks:
    """The notebooks of one submission."""

    def __init__(self, course: Course, readable: list[_Read], problems: list[SourceProblem]) -> None:
        self._course = course
        self._readable = readable
        self._problems = problems
        self._find = cache(self._find_in_all)

    def source(self, exercise: Exercise) -> Source | SourceProblem | None:
        """The exercise's module, or why there is none to judge; None if no notebook holds anything of it."""
        found = self._find(exercise)
        if found:
            return module_source(exercise, found[0][0].filename, found[0][1])
        return self._problems[0] if self._problems else None

    def attempts(self, exercise: Exercise) -> bool:
        """Whether the exercise's module is more than a stub."""
        found = self._find(exercise)
        return bool(found) and found[0][1].attempted

    def exercises(self) -> tuple[Exercise, ...]:
        """The exercises of which the notebooks define something; all of them if a notebook cannot be read."""
        return tuple(one for one in self._course.every_exercise if self._problems or self._find(one))

    def meant(self, path: Path) -> tuple[Exercise, ...]:
        """The exercises that a notebook should hold: those it was built for, the one it is named after, or all."""
        built_for = {name for one in self._readable if one.path == path for name in one.facts.built_for}
        named = [one for one in self._course.every_exercise if one.name in (built_for or {path.stem})]
        return tuple(named) or self._course.exercises

    def notes(self, exercises: tuple[Exercise, ...]) -> tuple[str, ...]:
        """What the learner should know about the choices that were made for these exercises, in sentences."""
        notes: list[str] = []
        for exercise in exercises:
            found = self._find(exercise)
            if not found:
                continue
            best, rest = found[0], found[1:]
            notes += [redefined_sentence(one, best[0].filename) for one in best[1].redefined]
            notes += [
                _("{exercise} is graded as {file} has it; {other} has it too.").format(
                    exercise=exercise.name, file=best[0].filename, other=other[0].filename
                )
                for other in rest[:1]
                if other[1].attempted
            ]
        return tuple(notes)

    def _find_in_all(self, exercise: Exercise) -> list[tuple[_Read, ExerciseFacts]]:
        found = [(one, one.facts.found.get(exercise.name, ExerciseFacts())) for one in self._readable]
        found = [(one, of) for one, of in found if of.is_there]
        # sorted() keeps the order of the files where nothing tells two apart
        return sorted(found, key=lambda pair: _worth(pair[0], pair[1], exercise), reverse=True)


def _worth(read: _Read, found: ExerciseFacts, exercise: Exercise) -> tuple[bool, bool, bool]:
    return found.attempted, read.path.stem == exercise.name, found.marked


def module_source(exercise: Exercise, filename: str, found: ExerciseFacts) -> Source | SourceProblem | None:
    """The module of an exercise, or why there is none to judge; None if the notebook holds nothing of it."""
    sentence = missing_sentence(found, filename)
    if sentence is not None:
        return SourceProblem(sentence)
    if found.module is None:
        return None
    source = as_source(exercise.name, filename, found.module.content, found.module.facts)
    return replace(source, origins=found.module.origins) if isinstance(source, Source) else source


def read_notebook_file(path: Path) -> bytes | SourceProblem:
    """The bytes of one notebook, or why they cannot be had."""
    content = read_plain_file(path, MAX_NOTEBOOK)
    if isinstance(content, bytes) or not path.is_file() or path.is_symlink() or path.stat().st_size <= MAX_NOTEBOOK:
        return content
    said = _("{file} is longer than {size} MiB. Clear its outputs and save it again.")
    return SourceProblem(said.format(file=shown_name(path), size=MAX_NOTEBOOK // 1024**2))


def read_texts(reader: Reader, course: Course, path: Path) -> dict[str, str] | SourceProblem:
    """The work in a notebook as texts of modules, by exercise."""
    content = read_notebook_file(path)
    if isinstance(content, SourceProblem):
        return content
    question = AskTexts(content, cell_label(), course_outline(reader, course))
    answer = reader.ask(question, shown_name(path), ModuleTexts, Unusable)
    if isinstance(answer, Unusable):
        return SourceProblem(unusable_sentence(answer, shown_name(path)))
    return answer if isinstance(answer, SourceProblem) else answer.texts


def read_notebooks(reader: Reader, course: Course, paths: list[Path]) -> Notebooks:
    """Read notebooks; one that cannot be read is the problem of every exercise that no other notebook holds."""
    readable: list[_Read] = []
    problems: list[SourceProblem] = []
    outline = course_outline(reader, course) if paths else Outline(())
    for path in paths[:MAX_NOTEBOOKS]:
        facts = _read(reader, outline, path)
        if isinstance(facts, SourceProblem):
            problems.append(facts)
        else:
            readable.append(_Read(path, facts))
    return Notebooks(course, readable, problems)


def _read(reader: Reader, outline: Outline, path: Path) -> NotebookFacts | SourceProblem:
    content = read_notebook_file(path)
    if isinstance(content, SourceProblem):
        return content
    question = AskNotebook(content, cell_label(), outline)
    answer = reader.ask(question, shown_name(path), NotebookFacts, Unusable)
    return SourceProblem(unusable_sentence(answer, shown_name(path))) if isinstance(answer, Unusable) else answer


def course_outline(reader: Reader, course: Course) -> Outline:
    """The course as a reader has to know it."""
    return outline_of(course, lambda exercise, path: reader.module(exercise.name, path, exercise.functions))


def cell_label() -> str:
    """How reports name a cell, with its number left open."""
    return _("cell {number}")
