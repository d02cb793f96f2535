"""The log of a training loop: which printed lines count, and what they should say."""

import re
from collections import Counter
from dataclasses import dataclass

from grader.testing import Answer, Part, expect, losses_of, say
from grader.testing.failure import Failed
from grader.testing.render import value
from grader.testing.values import to_value

# no more digits than Python reads as a number
_FORM = re.compile(r"(0|[1-9][0-9]{0,99})/(0|[1-9][0-9]{0,99}) loss = (-?[0-9]+\.[0-9]{5}|nan|inf)")
_HALF_A_UNIT = 0.5e-5  # of the fifth decimal, to which the loss is printed


@dataclass(frozen=True)
class LogLine:
    """A line of the form `{epoch}/{epochs} loss = {loss:.5f}`."""

    text: str
    epoch: int
    epochs: int
    loss: float


def log_lines(printed: str) -> list[LogLine]:
    """The lines of the log, in the order in which they were printed; lines of any other form are left out."""
    found = []
    for line in printed.splitlines():
        match = _FORM.fullmatch(line.rstrip())
        if match:
            epoch, epochs, loss = match.groups()
            found.append(LogLine(match[0], int(epoch), int(epochs), float(loss)))
    return found


def logged_epochs(epochs: int, log_every: int) -> list[int]:
    """The epochs 1, 1 + log_every, 1 + 2 * log_every, ... and the last, each once."""
    return sorted({*range(1, epochs + 1, log_every), epochs}) if epochs else []


def expect_log(answer: Answer, losses: list[float], log_every: int, within: float) -> None:
    """Require exactly the lines that belong to a training with these losses. What is printed is a claim.

    Args:
        answer: of a call of `train`.
        losses: the right loss before each update, float64.
        log_every: as given to the call, or its default.
        within: how far float32 may take a loss from the right one before it is printed.
    """
    epochs = len(losses)
    right = logged_epochs(epochs, log_every)
    lines = log_lines(answer.printed)
    printed = Part(answer, "printed", to_value([line for line in answer.printed.splitlines() if line.strip()]))
    wanted = f"printed = {value(to_value([_text(epoch, losses) for epoch in right]))}"
    problem = _problem_of(lines, right, losses, within)
    if problem is not None and right and _agrees_with_the_history(answer, lines, right):
        problem += say("\nThe log agrees with the history, so mend that first.")
    expect(printed).that(problem is None, expected=wanted, message=problem or "", aspect="log")


def _agrees_with_the_history(answer: Answer, lines: list[LogLine], right: list[int]) -> bool:
    try:
        history = losses_of(answer.parts("weight", "bias", "history")[2])
    except Failed:
        return False  # for another task to judge
    if history is None or len(history) < right[-1]:
        return False
    return _problem_of(lines, right, history[: right[-1]].tolist(), within=0.0) is None


def _text(epoch: int, losses: list[float]) -> str:
    return f"{epoch}/{len(losses)} loss = {losses[epoch - 1]:.5f}"


def _problem_of(lines: list[LogLine], right: list[int], losses: list[float], within: float) -> str | None:
    if not lines and right:
        return say("No line has the form of '{line}'.", line=_text(right[0], losses))
    for line in lines:
        if line.epochs != len(losses):
            return say(
                "The line '{line}' says {epochs} epochs, but there are {count}.",
                line=line.text,
                epochs=line.epochs,
                count=len(losses),
            )
    counts = Counter(line.epoch for line in lines)
    for epoch in right:
        if epoch not in counts:
            return say("There is no line for epoch {epoch}.", epoch=epoch)
    for epoch, count in sorted(counts.items()):
        if epoch not in right:
            return say("There is a line for epoch {epoch}, which should not be logged.", epoch=epoch)
        if count > 1:
            return say("Epoch {epoch} is logged {count} times.", epoch=epoch, count=count)
    if [line.epoch for line in lines] != right:
        return say("The lines do not come in the order of the epochs.")
    for line in lines:
        loss = losses[line.epoch - 1]
        # written so that nan is never close
        if not abs(line.loss - loss) <= _HALF_A_UNIT + within:
            return say(
                "Epoch {epoch} logs the loss {logged:.5f}, but the loss before its update is {loss:.5f}.",
                epoch=line.epoch,
                logged=line.loss,
                loss=loss,
            )
    return None
