"""Pictures as text: braille where the terminal can, plain characters where not."""

import math
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.text import Text

from grader.drawing.canvas import Canvas
from grader.drawing.draw import Drawing
from grader.drawing.picture import Arrows, Contours, Layer, Line, Picture, Place, Points, Role, Squares
from grader.drawing.window import Window, clip, segments, tick_text, window_of
from grader.language.width import columns as wide
from grader.messages import _
from grader.report.chart import ASCII, UNICODE
from grader.report.escape import printable

_ROWS = 16
_COLUMNS = 60  # at most
_STYLES: dict[Role, str] = {"yours": "cyan", "exact": "yellow", "data": "bold"}
_PATTERNS: dict[Role, str] = {"yours": "1", "exact": "111111000000", "data": "1"}  # which dots of a line
_SPARSE = "1000"  # lines of equal height lie behind everything
_DOT = "•"  # on a learner's line


@dataclass(frozen=True)
class Signs:
    """The characters of points, of lines in the legend and, without braille, on the sheet, and of arrows' heads."""

    points: dict[Role, str]
    lines: dict[Role, str]
    contour: str
    heads: str  # from the right, against the clock
    lowest: str
    square: str


_BRAILLE_SIGNS = Signs(
    {"yours": "●", "exact": "◇", "data": "○"},
    {"yours": "⠤⠤⠤", "exact": "⠤ ⠤", "data": "⠤⠤⠤"},
    "⠄⠠ ",
    "→↗↑↖←↙↓↘",
    "+",
    "□",
)
_PLAIN_SIGNS = Signs(
    {"yours": "x", "exact": "%", "data": "o"}, {"yours": "#", "exact": ".", "data": "-"}, ":", ">/^\\</v\\", "+", "|"
)


def print_drawing(drawing: Drawing, console: Console) -> None:
    """Print what there is to see of an exercise."""
    braille = _has_braille(console)
    console.print(Text(drawing.title if braille else drawing.title.replace("·", "-"), "bold"))
    for note in drawing.notes:
        console.print(Text(note, "yellow"))
    for picture in drawing.pictures:
        console.print()
        for line in as_text(picture, console.width, braille):
            console.print(line)
    if drawing.problem:
        console.print()
        for words in _filled(drawing.problem, max(console.width, 40)):
            console.print(Text(words, "yellow"))


def as_text(picture: Picture, width: int, braille: bool) -> list[Text]:
    """Return a picture as lines of text.

    Args:
        picture: what to draw.
        width: of a line, in columns.
        braille: whether there are characters with dots; else plain ones are used.
    """
    signs, marks = (_BRAILLE_SIGNS, UNICODE) if braille else (_PLAIN_SIGNS, ASCII)
    window = window_of(picture)
    labels = {_row(window.y.share(value)): tick_text(value) for value in window.y.ticks(5)}
    margin = max(map(len, labels.values()), default=0)
    canvas = Canvas(max(20, min(_COLUMNS, width - margin - 3)), _ROWS, braille)
    # dots of two lines can share a character; where there are none, the learner's is the one to be seen
    for layer in picture.layers if braille else sorted(picture.layers, key=_is_yours):
        _draw(layer, window, canvas, signs)
    lines = [Text(picture.title), Text(f"{'':>{margin}} {picture.y.name}", "dim")]
    for row, content in enumerate(canvas.lines()):
        side = marks.tick if row in labels else marks.side
        lines.append(Text.assemble((f"{labels.get(row, ''):>{margin}} {side}", "dim"), content))
    lines.append(Text(f"{'':>{margin}} {marks.corner}{marks.floor * canvas.columns}", "dim"))
    lines += [
        Text(f"{'':>{margin}}  {line}", "dim") for line in _below(picture, window, canvas.columns, width - margin - 2)
    ]
    lines += _wrapped(list(_legend(picture.layers, signs)), width, margin + 2)
    lines += [Text(line) for line in _filled(picture.words, width)]
    for line in lines:
        line.rstrip()
    return lines


def _filled(text: str, width: int) -> list[str]:
    """A text in lines of at most so many columns, broken between words."""
    lines = [""]
    for word in printable(text).split():
        if lines[-1] and wide(lines[-1]) + 1 + wide(word) > width:
            lines.append("")
        lines[-1] += f" {word}" if lines[-1] else word
    return lines


def _has_braille(console: Console) -> bool:
    # the console of Linux itself, without a window system, has 512 characters and no braille
    return console.encoding.lower().startswith("utf") and os.environ.get("TERM") != "linux"


def _is_yours(layer: Layer) -> bool:
    return not isinstance(layer, Contours) and layer.role == "yours"


def _row(share: float) -> int:
    return _ROWS - 1 - round(share * (_ROWS - 1))


def _below(picture: Picture, window: Window, columns: int, width: int) -> list[str]:
    """The values below the horizontal axis, and its name: beside them if there is room, else on a line of its own."""
    line = ""
    for value in window.x.ticks(6):
        text = tick_text(value)
        start = max(0, round(window.x.share(value) * (columns - 1)) - (len(text) - 1) // 2)
        if start > len(line) or not line:
            line = line.ljust(start) + text
    together = f"{line}  {picture.x.name}"
    if wide(together) <= width:
        return [together]
    return [line, " " * (columns - wide(picture.x.name)) + picture.x.name]


# ---- layers ----


def _draw(layer: Layer, window: Window, canvas: Canvas, signs: Signs) -> None:
    match layer:
        case Points():
            for place in layer.places:
                canvas.put(window.share(place), signs.points[layer.role], _STYLES[layer.role])
        case Line():
            _draw_line(
                layer.places, window, canvas, _STYLES[layer.role], signs.lines[layer.role][0], _PATTERNS[layer.role]
            )
            if layer.dots and layer.role == "yours" and canvas.braille:
                for place in layer.places:
                    canvas.put(window.share(place), _DOT, _STYLES[layer.role])
        case Arrows():
            for start, end in zip(layer.starts, layer.ends, strict=True):
                _draw_arrow(window.share(start), window.share(end), layer.role, canvas, signs)
        case Squares():
            for x, low, high in layer.sides:
                _draw_square(window.share((x, low)), window.share((x, high)), layer.role, canvas)
        case Contours():
            for line in layer.lines:
                for piece in line.pieces:
                    _draw_line(piece, window, canvas, "dim", signs.contour[0], _SPARSE if canvas.braille else "10")
            if layer.lowest is not None:
                canvas.put(window.share(layer.lowest), signs.lowest, "bold")


def _draw_line(
    places: Sequence[Place], window: Window, canvas: Canvas, style: str, character: str, pattern: str
) -> None:
    begin = 0
    for start, end in segments(places, window):
        begin = canvas.line(start, end, style, character, pattern if canvas.braille or pattern == "10" else "1", begin)


def _draw_arrow(start: Place, end: Place, role: Role, canvas: Canvas, signs: Signs) -> None:
    visible = clip(start, end)
    if visible is None:
        return
    pattern = _PATTERNS[role] if canvas.braille else "1"
    canvas.line(*visible, _STYLES[role], signs.lines[role][0], pattern)
    width, height = canvas.size
    angle = math.atan2((end[1] - start[1]) * height * (1 if canvas.braille else 2), (end[0] - start[0]) * width)
    if visible[1] == end:  # the head of one that leaves the picture is outside
        canvas.put(end, signs.heads[round(angle / (math.pi / 4)) % 8], _STYLES[role])


def _draw_square(low: Place, high: Place, role: Role, canvas: Canvas) -> None:
    """A square to the right of the side; without dots only the side is drawn, for characters are not square."""
    width, height = canvas.size
    across = abs(high[1] - low[1]) * (height - 1) / (width - 1)
    corners = [low, high, (high[0] + across, high[1]), (low[0] + across, low[1]), low]
    for start, end in zip(corners, corners[1:] if canvas.braille else [high], strict=False):
        visible = clip(start, end)
        if visible is not None:
            canvas.line(*visible, _STYLES[role], "|", "1")


# ---- legend ----


def role_words(role: Role) -> str:
    """What the legend calls numbers of this kind, where the picture does not say."""
    return {"yours": _("yours"), "exact": _("exact"), "data": _("data")}[role]


def _legend(layers: Sequence[Layer], signs: Signs) -> Iterator[Text]:
    seen = set()
    for layer in layers:
        if isinstance(layer, Contours):
            levels = ", ".join(line.label for line in layer.lines if line.pieces)
            yield Text(f"{signs.contour.strip()} {layer.name}: {levels}", "dim")
            if layer.lowest is not None:
                yield Text(f"{signs.lowest} {_('lowest')}", "bold")
            continue
        table = signs.points if isinstance(layer, Points) else signs.lines
        sign = signs.square if isinstance(layer, Squares) else table[layer.role]
        entry = (sign, layer.name or role_words(layer.role))
        if entry not in seen:
            seen.add(entry)
            yield Text(" ".join(entry), _STYLES[layer.role])


def _wrapped(entries: list[Text], width: int, margin: int) -> list[Text]:
    lines: list[Text] = []
    for entry in entries:
        if lines and lines[-1].cell_len + 3 + entry.cell_len <= width:
            lines[-1].append("   ").append(entry)
        else:
            lines.append(Text(" " * margin).append(entry))
    return lines
