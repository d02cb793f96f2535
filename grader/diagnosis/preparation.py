"""What a diagnosis will ask is asked before, while nobody waits: a learner who thinks leaves time for it.

The tests make the same calls at every save, so what the known modules reply to those of the last run can be remembered
for the next. Nothing is concluded here: an explanation finds replies in the memory instead of asking for them.
"""

import time
from collections.abc import Iterator, Sequence

from grader.course.catalogue import MISCONCEPTIONS, edits_path, modules_in
from grader.course.file import Course, Exercise
from grader.diagnosis.agreement import Reply, agree
from grader.diagnosis.memory import Memory
from grader.diagnosis.replay import Replays
from grader.pipe.frames import Call
from grader.pipe.pool import Workers
from grader.source.module import Source

_AT_ONCE = 8  # modules that are asked in a step
_FEW_CALLS = 6  # that edits are asked
_MOST_SECONDS = 10.0  # for the long calls of an exercise, which are asked of one module at a time


def prepare(course: Course, exercise: Exercise, memory: Memory, workers: Workers) -> Iterator[None]:
    """Prepare a diagnosis of an exercise, in steps of some milliseconds each.

    Args:
        course: whose catalogue it is; without one, or without solutions, nothing is done.
        exercise: the one that is worked on.
        memory: what is found out is kept there; it also has the calls of the last run.
        workers: where known modules are called.

    Raises:
        ProofError: the solution is not of the expected form.
        GraderFault: no worker can be started.
    """
    solution_path = course.path("solutions", exercise)
    paths = modules_in(course, MISCONCEPTIONS, exercise)
    if exercise.tests_of or not paths or not solution_path.is_file():
        return
    known = []
    for path in paths:
        known.append(memory.misconception(path, exercise))
        yield
    by_name = {one.name: one for one in known if one is not None}
    edits = memory.edits(edits_path(course, exercise), exercise.name, by_name)
    solution = memory.solution(solution_path, exercise)
    yield
    replays = Replays(workers, memory)
    quick: list[tuple[Call, Reply | None]] = []
    long: list[tuple[Call, Reply | None]] = []
    for call in memory.calls(exercise):
        right = replays.reply(solution, call)
        (long if memory.takes_long(call) else quick).append((call, right))
        yield
    stateless = [one.source for one in by_name.values() if not one.source.facts.keeps_state]
    yield from _until_they_differ(replays, stateless, quick)
    alone = [one.misconception.source for one in edits.alone(())]
    for call, _right in quick[:_FEW_CALLS]:
        yield from _asked(replays, alone, call)
    # whoever gives a learner's answers to all short calls is asked for the long ones, and then somebody waits for that
    until = time.perf_counter() + _MOST_SECONDS
    for call, _right in long:
        for source in stateless:
            if time.perf_counter() < until:
                replays.reply(source, call)
                yield


def _until_they_differ(
    replays: Replays, sources: Sequence[Source], calls: Sequence[tuple[Call, Reply | None]]
) -> Iterator[None]:
    """Ask modules one call after the other, each until it gives another answer than the right one."""
    left = list(sources)
    for call, right in calls:
        yield from _asked(replays, left, call)
        left = [one for one in left if agree(replays.reply(one, call), right)]
        yield


def _asked(replays: Replays, sources: Sequence[Source], call: Call) -> Iterator[None]:
    for at in range(0, len(sources), _AT_ONCE):
        replays.ask_together(sources[at : at + _AT_ONCE], call)
        yield
