"""The definitions that some functions need, and those that these need, in an order in which they can run."""

import bisect
import builtins
from collections.abc import Callable, Iterable, Iterator

from grader.reader.notebook.definitions import Statement


class Closure:
    """The part of a notebook that some functions need.

    Args:
        winners: the definition that was chosen for each function.
        bindings: returns the definitions of a name that may be used, in the notebook's order.
        everywhere: imports that may bind anything or that hold for every cell, `from module import *` for one.
    """

    def __init__(
        self,
        winners: dict[str, Statement],
        bindings: Callable[[str], list[Statement]],
        everywhere: Iterable[Statement],
    ) -> None:
        self._winners = winners
        self._all_bindings = bindings
        self._everywhere = list(everywhere)
        self._known: dict[tuple[str, bool], list[Statement]] = {}
        self._taken: dict[int, Statement] = {}

    def statements(self) -> list[Statement]:
        """Return the winners and all that they need."""
        unknown = self._take(self._winners.values())
        if unknown:
            self._take(one for one in self._everywhere if one.is_star_import)
        self._take(one for one in self._everywhere if one.is_future)
        placed: dict[int, Statement] = {}
        for order in sorted(self._taken):
            self._place(self._taken[order], placed)
        return sorted(placed.values(), key=lambda statement: not statement.is_future)

    def _take(self, statements: Iterable[Statement]) -> set[str]:
        """Take the statements and what they need; returns the names that nothing defines."""
        unknown: set[str] = set()
        waiting = list(statements)
        while waiting:
            one = waiting.pop()
            if one.order in self._taken:
                continue
            self._taken[one.order] = one
            for name in one.needs_now | one.needs_later | (one.binds if one.partial else frozenset()):
                found = list(self._needed(one, name))
                waiting += found
                if not found and not hasattr(builtins, name):
                    unknown.add(name)
        return unknown

    def _needed(self, by: Statement, name: str) -> Iterator[Statement]:
        """The statements that give a name the values that `by` finds: when it runs, and when its functions are called.

        One for each is enough: where it builds on an earlier one, as `x += 1` does, it needs that one itself.
        """
        bindings = self._bindings(name, by is self._winners.get(name))
        if name in by.needs_now or (by.partial and name in by.binds):
            above = bisect.bisect_left(bindings, by.order, key=lambda one: one.order)
            if above > 0:
                yield bindings[above - 1]
            elif name in by.needs_now and bindings and bindings[-1] is not by:
                yield bindings[-1]
        bindings = self._bindings(name, False)
        if name in by.needs_later and bindings:
            yield bindings[-1]

    def _bindings(self, name: str, rejected: bool) -> list[Statement]:
        """The definitions of a name; those of an asked function that were not chosen are there only if `rejected`.

        A chosen `predict = torch.no_grad()(predict)` builds on one that was not. All others see what was chosen, and
        what belongs to it, as `predict.calls = 0` does.
        """
        if (name, rejected) not in self._known:
            found = self._all_bindings(name)
            winner = self._winners.get(name)
            if winner is not None and not rejected:
                found = [winner, *(one for one in found if one.partial and not one.may_be_function(name))]
                found.sort(key=lambda one: one.order)
            self._known[name, rejected] = found
        return self._known[name, rejected]

    def _place(self, statement: Statement, placed: dict[int, Statement]) -> None:
        """Put a statement after those that it needs; this only matters where the notebook has them below it."""
        if statement.order in placed:
            return
        # a stack instead of recursion: the depth is the notebook's
        stack = [(statement, self._before(statement, moved=False))]
        visiting = {statement.order}
        while stack:
            one, before = stack[-1]
            needed = next((n for n in before if n.order not in placed and n.order not in visiting), None)
            if needed is not None:
                visiting.add(needed.order)
                stack.append((needed, self._before(needed, moved=True)))
            else:
                placed[one.order] = one
                stack.pop()

    def _before(self, statement: Statement, moved: bool) -> Iterator[Statement]:
        """What must run before a statement; what is moved up must also be ready to be called."""
        for name in sorted(statement.needs_now | (statement.needs_later if moved else frozenset())):
            yield from (one for one in self._needed(statement, name) if moved or one.order > statement.order)
