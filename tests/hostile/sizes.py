"""Answers that are right at the sizes of the examples only, and results that a later call overwrites.

Each is the reference solution, with a function around its own that spoils what it returns.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from grader.course.file import Exercise, load_course
from tests.hostile.attempt import ROOT, Attempt, Places

# what a table's rows, and both of the parameters' sizes, are beyond in the case that is spoiled
_ROWS, _SIZES = 8, 5
_OVERWRITES = """
kept = {}


def kept_of(at, tensor):
    memory = kept.setdefault((at, tuple(tensor.shape)), torch.empty_like(tensor).requires_grad_(tensor.requires_grad))
    with torch.no_grad():
        return memory.copy_(tensor)


def spoiled(result, *given):
    if isinstance(result, torch.Tensor):
        return kept_of(0, result)
    return tuple(kept_of(at, one) if isinstance(one, torch.Tensor) else one for at, one in enumerate(result))
"""


@dataclass(frozen=True)
class _Spoiled:
    """How one exercise's result is spoiled where its arguments are large: so that every task should notice.

    Attributes:
        when: an expression that holds for large arguments, in `given`.
        returns: what is returned then, in `given` and the right `result`.
        overwritten: the tasks that notice when a later call overwrites the result; none if that is not tried.
    """

    when: str
    returns: str
    overwritten: tuple[str, ...] = ()


_SPOILED = {
    "ex01_dataset": _Spoiled(
        f"len(given[0]) > {_ROWS} and min(len(given[0][0]), len(given[1][0])) > {_SIZES}",
        "tuple(0 * one.double() for one in result)",
        ("values",),
    ),
    "ex02_parameters": _Spoiled(
        f"min(given) > {_SIZES}",
        "(result[0].detach().T, result[1].detach())",
        ("trainable", "random"),
    ),
    "ex03_prediction": _Spoiled(f"len(given[0]) > {_ROWS} and min(given[1].shape) > {_SIZES}", "0 * result.detach()"),
    "ex04_mse": _Spoiled(f"len(given[0]) > {_ROWS} and given[0].shape[1] > {_SIZES}", "2 * result.detach()"),
    "ex05_autograd": _Spoiled(
        f"len(given[0]) > {_ROWS} and min(given[2].shape) > {_SIZES}", "tuple(2 * one for one in result)"
    ),
    "ex06_gradients": _Spoiled(
        f"len(given[0]) > {_ROWS} and min(given[2].shape) > {_SIZES}", "tuple(2 * one for one in result)"
    ),
    "ex07_update": _Spoiled(
        f"min(given[0].shape) > {_SIZES}",
        "tuple(2 * one for one in result)",
        ("step", "fresh_leaves"),
    ),
    "ex08_training_loop": _Spoiled(
        f"len(given[0]) > {_ROWS} and min(given[2].shape) > {_SIZES} and not 0 < given[5] <= 10",
        "(print('1/1 loss = 0.00000'), *(2 * one.detach() for one in result[:2]), result[2][:10])[1:]",
    ),
    "ex09_inference": _Spoiled(
        f"min(given[1].shape) > {_SIZES} and (torch.as_tensor(given[0]).ndim == 1 or len(given[0]) > {_ROWS})",
        "result + given[1].sum() + 1",
        ("prediction",),
    ),
    "ex10_multi_output": _Spoiled(
        f"len(given[0]) > {_ROWS} and min(len(given[0][0]), len(given[1][0])) > {_SIZES} and not 0 < given[3] <= 10",
        "(*(2 * one.detach() for one in result[:2]), result[2][:10])",
        ("fit",),
    ),
}


def size_attempts() -> Iterator[Attempt]:
    """Every attempt of this kind."""
    course = load_course(ROOT)
    for exercise in course.exercises:
        if exercise.name not in _SPOILED:
            continue
        spoiled, solution = _SPOILED[exercise.name], course.path("solutions", exercise)
        tasks = [task.id for task in exercise.tasks]
        has_honest_work = exercise != course.exercises[0]  # which is the one that is done honestly
        yield Attempt(
            f"sizes/{exercise.name}",
            f"Is right for the sizes of the examples, and spoils what it returns for larger ones: {exercise.name}.",
            "sizes beyond the habit",
            dict.fromkeys(tasks, "failed"),
            tasks[0],
            _writes(exercise, solution, _only_small(spoiled)),
            exercise=exercise.name,
            has_honest_work=has_honest_work,
        )
        if spoiled.overwritten:
            yield Attempt(
                f"overwritten/{exercise.name}",
                f"Writes every result of the same shape into the same memory: {exercise.name}.",
                "a look at earlier results",
                {task: "failed" if task in spoiled.overwritten else "passed" for task in tasks},
                spoiled.overwritten[0],
                _writes(exercise, solution, _OVERWRITES),
                exercise=exercise.name,
                has_honest_work=has_honest_work,
            )


def _only_small(spoiled: _Spoiled) -> str:
    return f"""

def spoiled(result, *given):
    return {spoiled.returns} if {spoiled.when} else result
"""


def _writes(exercise: Exercise, solution: Path, spoils: str) -> Callable[[Path, Places], None]:
    (function,) = exercise.functions
    around = f"""

right = {function}


def {function}(*given, **named):
    return spoiled(right(*given, **named), *given)
"""

    def make(folder: Path, _places: Places) -> None:
        text = solution.read_text(encoding="utf-8")
        (folder / solution.name).write_text(text + spoils + around, encoding="utf-8")

    return make
