"""What is certain where no cause is found: which outputs, rows and sizes are right."""

import ast
import itertools
from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from grader.diagnosis.agreement import Reply, agree, close
from grader.diagnosis.question import Question
from grader.messages import _
from grader.pipe.exchange import Exchange
from grader.pipe.frames import Array, Call, ListValue, Returned, TupleValue, Value
from grader.result.evidence import Evidence
from grader.source.module import Source
from grader.testing.values import Floats, numbers_of

_NEAR = 1e-4  # relative to the largest number of a table
_FEWEST = 2  # right calls, and wrong ones, from which a size is said to make the difference


def what_is_certain(
    question: Question,
    shown: Evidence | None,
    solution: Source,
    letters: Mapping[str, tuple[str, ...]],
    counted: Mapping[str, tuple[str, str]],
) -> tuple[str, ...]:
    """What can be said of a failed task, a sentence each; nothing where nothing is certain.

    Args:
        question: the calls and their right replies.
        shown: the failing call that the report will show above these sentences.
        solution: the right module, for the names of arguments and results.
        letters: of the shapes, by the name of what has them.
        counted: what a letter counts, one and many.
    """
    wrong = [one for one in question.recorded if not agree(one.reply, question.right[one.at], log=question.log)]
    right = [one for one in question.recorded if agree(one.reply, question.right[one.at], log=question.log)]
    said: list[str] = []
    if wrong:
        function = wrong[0].call.function
        of_it = [one for one in right if one.call.function == function]
        said += _of_the_shown_call(shown, wrong, question, solution)
        said += _sizes(of_it, [one for one in wrong if one.call.function == function], solution, letters, counted)
    return tuple(said[:2])


def _of_the_shown_call(
    shown: Evidence | None, wrong: Sequence[Exchange], question: Question, solution: Source
) -> Iterator[str]:
    """What holds of the very call above; nothing where that complains of something other than values."""
    if shown is None or shown.aspect != "values":
        return
    for one in wrong:
        if one.call == shown.request:
            yield from _outputs(one, question.right[one.at], result_names(solution, one.call.function))
            return


def result_names(solution: Source, function: str) -> tuple[str, ...]:
    """The names in the function's last `return`; none where it returns no tuple of names."""
    found: tuple[str, ...] = ()
    for definition in ast.parse(solution.code).body:  # ours
        if isinstance(definition, ast.FunctionDef) and definition.name == function:
            for node in ast.walk(definition):
                match node:
                    case ast.Return(value=ast.Tuple(elts=items)) if all(isinstance(item, ast.Name) for item in items):
                        found = tuple(item.id for item in items if isinstance(item, ast.Name))
    return found


# ---- outputs, rows and columns ----


def _outputs(wrong: Exchange, right: Reply | None, names: tuple[str, ...]) -> Iterator[str]:
    match wrong.reply, right:
        case Returned(results=(*_a, mine)), Returned(results=(*_b, theirs)):
            pass
        case _:
            return
    if not isinstance(mine, TupleValue) or not isinstance(theirs, TupleValue):
        yield from _lines(_("the result"), mine, theirs)
        return
    if len(mine.items) != len(theirs.items) or len(names) != len(mine.items):
        return
    # of an optimizer or a loss, what is right shows only in what it does
    if not all(isinstance(item, Array | ListValue | float) for item in (*mine.items, *theirs.items)):
        return
    good = [
        name for name, a, b in zip(names, mine.items, theirs.items, strict=True) if close(a, b) and _same_mark(a, b)
    ]
    bad = [name for name in names if name not in good]
    if good and bad:
        yield _("Right in the call above: {right}. Not right: {wrong}.").format(
            right=", ".join(good), wrong=", ".join(bad)
        )
    for name, a, b in zip(names, mine.items, theirs.items, strict=True):
        if name in bad:
            yield from _lines(name, a, b)


def _same_mark(mine: Value, theirs: Value) -> bool:
    """Whether both require grad or neither: a result with the right numbers may be wrong for this alone."""
    marks = [value.requires_grad if isinstance(value, Array) else None for value in (mine, theirs)]
    return marks[0] == marks[1]


def _lines(name: str, mine: Value, theirs: Value) -> Iterator[str]:
    """Which rows or columns of a table, or which items of a list, are right."""
    a, b = _numbers(mine), _numbers(theirs)
    if a is None or b is None or a.shape != b.shape or a.ndim not in (1, 2):
        return
    if not (np.isfinite(a).all() and np.isfinite(b).all()):
        return
    near = np.abs(a - b) <= _NEAR * float(np.max(np.abs(b), initial=0.0))
    axes = (1, 0) if near.ndim == 2 else (None,)
    for axis in axes:
        of_line = near if axis is None else np.asarray(near.all(axis=axis))
        good = np.flatnonzero(of_line).tolist()
        if 0 < len(good) < of_line.size:
            said = {
                None: _("In {name}, item {right} is right, and item {wrong} is the first that is not (from 0)."),
                0: _("In {name}, column {right} is right, and column {wrong} is the first that is not (from 0)."),
                1: _("In {name}, row {right} is right, and row {wrong} is the first that is not (from 0)."),
            }[axis]
            yield said.format(name=name, right=good[0], wrong=int(np.flatnonzero(~of_line)[0]))
            return


def _numbers(value: Value) -> Floats | None:
    if isinstance(value, Array):
        known = numbers_of(value)
        return None if known is None else known.astype(np.float64)
    if isinstance(value, ListValue) and all(isinstance(item, float) for item in value.items):
        return np.asarray(value.items, dtype=np.float64)
    return None


# ---- sizes ----


def _sizes(
    right: Sequence[Exchange],
    wrong: Sequence[Exchange],
    solution: Source,
    letters: Mapping[str, tuple[str, ...]],
    counted: Mapping[str, tuple[str, str]],
) -> Iterator[str]:
    """The size or number that all right calls have on one side, and all wrong ones on the other.

    Where several do, any of them may be a coincidence. Or two sizes that are equal in all wrong calls and in no right
    one.
    """
    if len(right) < _FEWEST or len(wrong) < _FEWEST:
        return
    names = solution.parameters(right[0].call.function)
    good = [_measures(one.call, names, letters) for one in right]
    bad = [_measures(one.call, names, letters) for one in wrong]
    common = [key for key in good[0] if all(key in measures for measures in (*good, *bad))]
    apart = {key: pair for key in common if (pair := _apart([one[key] for one in good], [one[key] for one in bad]))}
    if apart:
        if len(apart) == 1:
            ((key, (one_side, other_side)),) = apart.items()
            said = _("With {right} the answers are right, with {wrong} they are not.")
            yield said.format(right=_counted(key, one_side, counted), wrong=_counted(key, other_side, counted))
        return
    for one, other in itertools.combinations(counted, 2):
        known = [call for call in good if one in call and other in call]
        if (
            len(known) >= _FEWEST
            and all(one in call and call[one] == call.get(other) for call in bad)
            and not any(call[one] == call[other] for call in known)
        ):
            said = _("Only calls with as many {one} as {other} fail; the others are right.")
            yield said.format(one=counted[one][1], other=counted[other][1])
            return


def _apart(rights: Sequence[float], wrongs: Sequence[float]) -> tuple[float, float] | None:
    """The numbers that are nearest to each other, if all of one list are larger than those of the other."""
    if max(rights) < min(wrongs):
        return max(rights), min(wrongs)
    if min(rights) > max(wrongs):
        return min(rights), max(wrongs)
    return None


def _measures(call: Call, names: tuple[str, ...], letters: Mapping[str, tuple[str, ...]]) -> dict[str, float]:
    """The sizes of a call by their letters, and its numbers by their names."""
    measures: dict[str, float] = {}
    for name, argument in (*zip(names, call.arguments, strict=False), *call.keywords.items()):
        shape = _shape(argument)
        if shape and len(letters.get(name, ())) == len(shape):
            measures |= dict(zip(letters[name], map(float, shape), strict=True))
        elif isinstance(argument, int | float) and not isinstance(argument, bool):
            measures[name] = float(argument)
    return measures


def _shape(argument: Value) -> tuple[int, ...]:
    """The shape of an array, or of a list of rows; () of anything else."""
    match argument:
        case Array(shape=shape):
            return shape
        case ListValue(items=[ListValue(items=first), *_rows] as rows):
            return len(rows), len(first)
    return ()


def _counted(key: str, number: float, counted: Mapping[str, tuple[str, str]]) -> str:
    if key in counted:
        return f"{number:g} {counted[key][number != 1]}"
    return f"{key} = {number:g}"
