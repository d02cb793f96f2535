"""Which exercise a file is about, though a browser, a course platform or a person may have changed its name."""

import re
import unicodedata

from grader.course.file import Course, Exercise

_COPY = re.compile(r"(?: ?\(\d{1,3}\)|-\d{1,3}| copy| - copy)$")  # what browsers, Canvas and desktops add
_NUMBER_ALONE = re.compile(r"ex0?(\d{1,2})")


def exercise_meant(course: Course, stem: str) -> Exercise | None:
    """Return the exercise that a file of this stem is about, if that is unmistakable.

    Args:
        course: whose exercises are meant.
        stem: the file's name without its ending, as "EX03_Prediction", "ex04_mse (1)" or "kim_123_456_ex04_mse".
    """
    exact = course.exercise(stem)
    if exact is not None:
        return exact
    text = unicodedata.normalize("NFC", stem).lower()
    if ".backup-" in text or text.startswith("test_"):  # what `reset` kept; a test of ours
        return None
    text = _COPY.sub("", text[-200:])
    number = _NUMBER_ALONE.fullmatch(text)
    for exercise in course.every_exercise:
        before = text.removesuffix(exercise.name)
        if before != text and (not before or not before[-1].isalnum()):
            return exercise
        if number is not None and ("ex", int(number[1])) == (exercise.kind, exercise.number):
            return exercise
    return None
