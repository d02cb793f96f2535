"""What a course declares in `tests/shows.py`: which exercises can be shown, and with which settings."""

import importlib
import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from grader.course.file import SHOWS, Course, has_shows
from grader.drawing.picture import Picture
from grader.judge.tests_package import tests_of
from grader.messages import _
from grader.pipe.errors import GraderFault
from grader.testing import Floats, Part

MOST_EPOCHS = 10_000
_SETTINGS = ("lr", "epochs", "start")


@dataclass(frozen=True)
class Settings:
    """What a training is drawn with; settings that a show does not use stay 0 or empty.

    Attributes:
        lr: the learning rate.
        epochs: how many.
        start: the parameters to start from.
    """

    lr: float = 0.0
    epochs: int = 0
    start: tuple[float, ...] = ()


@dataclass(frozen=True)
class Wishes:
    """What a learner asked for; None where they did not."""

    lr: float | None = None
    epochs: int | None = None
    start: tuple[float, ...] | None = None


@dataclass(frozen=True)
class Show:
    """What there is to see of an exercise.

    Attributes:
        draw: called with a `Learner` for each exercise that it is about, then the settings; yields pictures. Those
            already yielded stay if a later call of the learner's fails.
        lr: the learning rate that is used where nobody chooses another; None if there is none to choose.
        epochs: how many epochs, likewise.
        start: the parameters to start from, likewise.
    """

    draw: Callable[..., Iterator[Picture]]
    lr: float | None = None
    epochs: int | None = None
    start: tuple[float, ...] | None = None

    def settings(self, wishes: Wishes) -> Settings:
        """The settings, with what was asked for where that can be chosen; raises ValueError with a sentence."""
        lr, epochs, start = (self._chosen(name, wishes) for name in _SETTINGS)
        if self.start is not None and len(start) != len(self.start):
            sentence = _("start needs {count} numbers here, such as {example}")
            raise ValueError(sentence.format(count=len(self.start), example=",".join(f"{one:g}" for one in self.start)))
        if not all(map(math.isfinite, (lr or 0.0, *(start or ())))):
            raise ValueError(_("the learning rate and the start should be finite numbers"))
        if not 0 <= (epochs or 0) <= MOST_EPOCHS:
            raise ValueError(_("epochs should be a number from 0 to {most}").format(most=MOST_EPOCHS))
        return Settings(lr or 0.0, epochs or 0, start or ())

    def useless(self, wishes: Wishes) -> tuple[str, ...]:
        """The names of the settings that were asked for and cannot be chosen here."""
        return tuple(name for name in _SETTINGS if getattr(wishes, name) is not None and getattr(self, name) is None)

    def _chosen(self, name: str, wishes: Wishes) -> Any:
        own, wanted = getattr(self, name), getattr(wishes, name)
        return own if wanted is None or own is None else wanted


@dataclass(frozen=True)
class Shows:
    """All that a course has to show.

    Attributes:
        exercises: by name.
        sheet: the page of the learner's run: parts, each of one or more exercises' functions.
    """

    exercises: Mapping[str, Show] = field(default_factory=dict)
    sheet: Mapping[tuple[str, ...], Show] = field(default_factory=dict)


def load_shows(course: Course) -> Shows:
    """Return what the course declares; empty if it declares nothing.

    Raises:
        GraderFault: its file cannot be used.
    """
    if not has_shows(course):
        return Shows()
    with tests_of(course.root):
        try:
            module = importlib.import_module("tests.shows")
            return Shows(module.SHOWS, getattr(module, "SHEET", {}))
        except Exception as error:  # a course's file may fail in any way
            raise GraderFault(f"{SHOWS} cannot be used ({type(error).__name__}: {error})") from None


def numbers(part: Part, shape: tuple[int, ...]) -> Floats:
    """The numbers of a piece of an answer, which must have this shape; raises `Failed` with a sentence otherwise."""
    found = part.numbers
    if found.shape != shape:
        raise part.failed("mismatch", _("shape {shape}").format(shape=shape), part.difference_in_shape(shape))
    return found
