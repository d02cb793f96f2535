"""Whether an exercise was attempted: a stub was filled in, or a file is no longer what was handed out."""

from functools import lru_cache

from grader.course.file import Course, Exercise
from grader.source.facts import Parsed
from grader.source.module import Source
from grader.source.parsing import facts_of


def is_attempted(course: Course, exercise: Exercise, source: Source) -> bool:
    """Whether a module is more than its exercise's stub, or differs from the program that was handed out.

    Changes of layout, comments and the module's docstring do not count. A notebook's module only holds what its
    functions need, so there a missing statement means nothing.
    """
    if exercise.name not in course.given:
        return any(map(source.is_attempted, exercise.functions))
    given, mine = set(handed_out(course, exercise).statements), set(source.facts.statements)
    return not mine <= given or (not source.origins and mine != given)


def handed_out(course: Course, exercise: Exercise) -> Parsed:
    """The facts about the program that is handed out."""
    return _facts(course.given[exercise.name])


@lru_cache(maxsize=32)
def _facts(text: str) -> Parsed:
    facts = facts_of(text.encode(), functions=())
    assert isinstance(facts, Parsed), "a program that is handed out can be read"
    return facts
