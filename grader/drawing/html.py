"""What there is to see as HTML: a page that stands alone, and the part of it that a notebook shows."""

from collections.abc import Iterator, Sequence
from functools import cache

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

from grader.drawing.draw import Drawing
from grader.drawing.picture import Contours, Picture, Points, Squares
from grader.drawing.svg import svg
from grader.drawing.terminal import role_words
from grader.messages import _, language
from grader.report.escape import printable


def page(title: str, drawings: Sequence[Drawing]) -> str:
    """Return a page of these drawings that needs nothing beside it."""
    return _templates().get_template("show_page.html").render(title=title, drawings=drawings, language=language())


def fragment(drawings: Sequence[Drawing]) -> str:
    """Return these drawings as a part of another page, such as a notebook."""
    return _templates().get_template("show_fragment.html").render(drawings=drawings, language=language())


@cache
def _templates() -> Environment:
    environment = Environment(
        # colours and letters are those of reports
        loader=ChoiceLoader([PackageLoader("grader.drawing"), PackageLoader("grader.report")]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"visible": printable}
    environment.globals |= {"_": _, "svg": svg, "legend": _legend}
    return environment


def _legend(picture: Picture) -> Iterator[tuple[str, str]]:
    """The entries of a picture's legend: the classes of their signs, and the words."""
    seen = set()
    for layer in picture.layers:
        kind = {Points: "dot", Squares: "square"}.get(type(layer), "stroke")
        if isinstance(layer, Contours):
            entry = ("contours stroke", layer.name)
        else:
            entry = (f"{layer.role} {kind}", layer.name or role_words(layer.role))
        if entry not in seen:
            seen.add(entry)
            yield entry
