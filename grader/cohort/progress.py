"""How far the grading is: a bar on a terminal, a line a minute anywhere else."""

import time
from collections.abc import Callable, Iterable
from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.text import Text

from grader.report.escape import printable

_LINE_SECONDS = 60.0


class GradingProgress:
    """Shows done and all, units a minute, the time that is left, and whose work is being graded.

    Args:
        console: where to show it.
        total: how many units are to be graded.
        busy_with: returns whose work is graded at the moment.
    """

    def __init__(self, console: Console, total: int, busy_with: Callable[[], Iterable[str]]) -> None:
        self._console = console
        self._total = total
        self._busy_with = busy_with
        self._done = 0
        self._started = self._last_line = time.monotonic()
        self._bar: Progress | None = None
        if console.is_terminal:
            self._bar = Progress(
                TextColumn("grading"),
                BarColumn(bar_width=None),
                MofNCompleteColumn(),
                TextColumn("{task.fields[pace]}"),
                TimeRemainingColumn(compact=True),
                TextColumn("{task.fields[who]}", markup=False),
                console=console,
                transient=True,
                expand=True,
            )
            self._task = self._bar.add_task("grading", total=total, pace="", who="")

    def __enter__(self) -> "GradingProgress":
        if self._bar is not None:
            self._bar.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._bar is not None:
            self._bar.stop()

    def advance(self) -> None:
        """One more unit is done."""
        self._done += 1
        if self._bar is not None:
            who = ", ".join(dict.fromkeys(printable(name)[:24] for name in tuple(self._busy_with())))
            self._bar.update(self._task, advance=1, pace=f"{self._a_minute():.0f}/min", who=who)
        elif time.monotonic() - self._last_line >= _LINE_SECONDS:
            self._last_line = time.monotonic()
            self._console.print(Text(self._line()))

    def _a_minute(self) -> float:
        return 60 * self._done / max(time.monotonic() - self._started, 1e-9)

    def _line(self) -> str:
        left = (self._total - self._done) / max(self._a_minute(), 1e-9)
        who = ", ".join(dict.fromkeys(printable(name) for name in tuple(self._busy_with())))
        return f"{self._done} of {self._total} graded, {self._a_minute():.0f} a minute, {left:.0f} min left; now {who}"
