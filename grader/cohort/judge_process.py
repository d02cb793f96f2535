"""A warm judge: a process that has the tests and torch loaded and grades unit after unit, until its input ends.

What it is told and what it answers are frames: four bytes of length, then MessagePack. It is a process of its own
because a run of pytest is one for a process, and because what happens to one judge must not happen to the class.
"""

import gc
import os
import queue
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

import msgspec
from msgspec import Struct

from grader.cohort.store import Result
from grader.cohort.units import Settings, Unit, grader_digest, versions
from grader.course.file import CourseError, load_course
from grader.course.translation import speak
from grader.isolation import LAYERS
from grader.package import collect_seldom
from grader.pipe.errors import GraderFault
from grader.pipe.launcher import Launcher

_LENGTH = 4  # bytes


class Orders(Struct, frozen=True):
    """What a judge grades with: the course's folder, and the settings."""

    root: str
    settings: Settings


class Ready(Struct, frozen=True, tag="ready"):
    """The judge can begin.

    Attributes:
        versions: what it grades with.
        grader: the digest of the grader's code.
        tests: the kinds of tests that it runs.
    """

    versions: dict[str, str]
    grader: str


class Unable(Struct, frozen=True, tag="unable"):
    """The judge cannot grade anything, and why."""

    message: str


class Graded(Struct, frozen=True, tag="graded"):
    """The result of a unit, with what it took: wall and CPU seconds, those of workers included."""

    head: bytes
    row: bytes
    time: str
    seconds: float
    cpu_seconds: float


class Fault(Struct, frozen=True, tag="fault"):
    """A unit could not be judged, which is our doing, and why."""

    message: str


Reply = Ready | Unable | Graded | Fault
encode = msgspec.msgpack.Encoder().encode
decode_reply = msgspec.msgpack.Decoder(Reply).decode
_decode_unit = msgspec.msgpack.Decoder(Unit).decode


def write_frame(file: BinaryIO, message: object) -> None:
    """Send one message; raises OSError."""
    body = encode(message)
    file.write(len(body).to_bytes(_LENGTH, "big") + body)
    file.flush()


def read_frame(file: BinaryIO) -> bytes | None:
    """The next message, or None where there is none any more."""
    head = file.read(_LENGTH)
    if len(head) < _LENGTH:
        return None
    size = int.from_bytes(head, "big")
    body = file.read(size)
    return body if len(body) == size else None


def main() -> None:
    """Grade what comes in on standard input."""
    collect_seldom()
    sys.set_int_max_str_digits(100_000)
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # a stray print must not become an answer
    orders = read_frame(sys.stdin.buffer)
    if orders is None:
        return
    try:
        serve(msgspec.msgpack.decode(orders, type=Orders), _incoming(), lambda reply: write_frame(answers, reply))
    except BrokenPipeError:  # whoever asked is gone
        pass
    os._exit(0)


def _incoming() -> Callable[[], Unit | None]:
    """Read units on the side: when the input ends, so does this process, whatever it is doing."""
    units: queue.Queue[Unit] = queue.Queue()

    def read() -> None:
        while (frame := read_frame(sys.stdin.buffer)) is not None:
            units.put(_decode_unit(frame))
        os._exit(0)  # what workers there are end with it

    threading.Thread(target=read, daemon=True).start()
    return units.get


def serve(orders: Orders, incoming: Callable[[], Unit | None], answer: Callable[[Reply], None]) -> None:
    """Say whether grading is possible here, then grade what comes in.

    Args:
        orders: what to grade with.
        incoming: returns the next unit; None at the end.
        answer: sends a reply.
    """
    layers = () if orders.settings.isolation == "off" else LAYERS
    with Launcher(layers) as launcher:
        try:
            course = speak(load_course(Path(orders.root)), orders.settings.language)
            launcher.prepare(course.limits)
            # meanwhile torch loads in another process
            from grader.cohort.grade_unit import UnitGrader
            from grader.judge.collection import CollectedTests, with_collected_tests
            from grader.judge.repetition import Repetition
            from grader.judge.settings import available_stages
            from grader.session.doctor import require_full

            def grade_all(tests: CollectedTests) -> None:
                if orders.settings.isolation == "required":
                    require_full(launcher.isolation(course.limits))
                launcher.torch_version(course.limits)
                grader = UnitGrader(course, launcher, orders.settings, tests)
                gc.freeze()  # nothing of all that is loaded will ever be garbage
                answer(Ready(versions(), grader_digest()))
                while (unit := incoming()) is not None:
                    answer(_answer(grader.grade, unit))

            with_collected_tests(course, available_stages(course), grade_all, Repetition())
        except (CourseError, GraderFault) as error:
            answer(Unable(str(error)))


def _answer(grade: "Callable[[Unit], tuple[Result, float]]", unit: Unit) -> Graded | Fault:
    started, before = time.perf_counter(), time.process_time()
    try:
        result, worker_seconds = grade(unit)
    except GraderFault as fault:
        return Fault(str(fault))
    except Exception as error:  # a fault of ours in one unit must not cost the class
        return Fault(f"{type(error).__name__}: {error}")
    cpu_seconds = time.process_time() - before + worker_seconds
    return Graded(result.head, result.row, result.time, time.perf_counter() - started, cpu_seconds)
