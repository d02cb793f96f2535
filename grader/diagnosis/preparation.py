"""What a diagnosis will ask is asked before, while nobody waits: a learner who thinks leaves time for it.

The tests make the same calls at every save, so what the known modules reply to those of the last run can be remembered
for the next. Nothing is concluded here: an explanation finds replies in the memory instead of asking for them.
"""

import time
from collections.abc import Iterator

from grader.course.catalogue import EDITS, MISCONCEPTIONS, modules_in
from grader.course.file import Course, Exercise
from grader.diagnosis.agreement import agree
from grader.diagnosis.memory import Memory
from grader.diagnosis.replay import Replays
from grader.pipe.pool import Workers

_AT_ONCE = 8  # modules that are asked in a step
_FEW_CALLS = 12  # that edits are asked
_LONG = 0.03  # seconds of a call; a long one is not asked of dozens of modules in case somebody may want to know


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
    edits = memory.edits(course.root / EDITS / f"{exercise.name}.toml", exercise.name, by_name)
    solution = memory.solution(solution_path, exercise)
    yield
    replays, quick = Replays(workers, memory), []
    for call in memory.calls(exercise):
        began = time.perf_counter()
        right = replays.reply(solution, call)
        if time.perf_counter() - began < _LONG:
            quick.append((call, right))
        yield
    left = [one.source for one in by_name.values() if not one.source.facts.keeps_state]
    for call, right in quick:
        for at in range(0, len(left), _AT_ONCE):
            replays.ask_together(left[at : at + _AT_ONCE], call)
            yield
        left = [one for one in left if agree(replays.reply(one, call), right)]
        yield
    alone = [one.misconception.source for one in edits.alone(())]
    for call, _right in quick[:_FEW_CALLS]:
        for at in range(0, len(alone), _AT_ONCE):
            replays.ask_together(alone[at : at + _AT_ONCE], call)
            yield
