"""What a test may demand of how a module is written. The judge reads it from the syntax tree."""

from grader.messages import _
from grader.result.evidence import Evidence
from grader.source.facts import Use
from grader.source.module import Source, quote_span
from grader.source.rules import autograd_uses, uses_of
from grader.testing.failure import Failed


class SourceExpectation:
    """Demands on how a module is written, read from its syntax tree by the judge."""

    def __init__(self, source: Source) -> None:
        self._source = source

    def uses_nothing_from(self, *packages: str, functions: tuple[str, ...]) -> None:
        """Demand that `functions`, with all helpers that they mention, use nothing under these packages."""
        for use in uses_of(self._source, functions, packages):
            raise self._broken(use, _("{name} is ruled out here; write this step yourself."))

    def uses_no_autograd(self, *, functions: tuple[str, ...]) -> None:
        """Demand that `functions`, with all helpers that they mention, compute no gradient automatically."""
        for use in autograd_uses(self._source, functions):
            raise self._broken(use, _("{name} computes gradients for you; here you write the formula."))

    def _broken(self, use: Use, message: str) -> Failed:
        if use.is_vague:
            message = _("{name} stands for too many things in this file to be followed. Give each its own name.")
        message = message.format(name=use.name)
        where = f"{self._source.place(use.line)}:"
        quoted = quote_span(self._source, use.line, use.column, use.end_column)
        expected = _("plain tensor operations only")
        return Failed(
            Evidence("rule", f"{where}\n{quoted}", "", expected, message, line=self._source.own_line(use.line))
        )
