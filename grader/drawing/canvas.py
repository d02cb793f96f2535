"""A sheet of characters to draw on: eight dots in each where the terminal has braille, one character elsewhere."""

from dataclasses import dataclass, field
from itertools import groupby

from rich.text import Text

from grader.drawing.picture import Place

_BRAILLE = 0x2800
# the dots of a character, from the top down, left and right
_DOTS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))


@dataclass
class Canvas:
    """A sheet; places are shares of it, (0, 0) at the lower left.

    Attributes:
        columns: of characters.
        rows: of characters.
        braille: whether a character has dots.
    """

    columns: int
    rows: int
    braille: bool
    _dots: dict[tuple[int, int], int] = field(default_factory=dict)
    _characters: dict[tuple[int, int], str] = field(default_factory=dict)
    _styles: dict[tuple[int, int], str] = field(default_factory=dict)

    @property
    def size(self) -> tuple[int, int]:
        """Its width and height in dots."""
        return (2 * self.columns, 4 * self.rows) if self.braille else (self.columns, self.rows)

    def dot(self, x: int, y: int, style: str, character: str) -> None:
        """Draw a dot, counted from the lower left; `character` where there are none."""
        width, height = self.size
        if not (0 <= x < width and 0 <= y < height):
            return
        down = height - 1 - y
        if self.braille:
            cell = (x // 2, down // 4)
            self._dots[cell] = self._dots.get(cell, 0) | _DOTS[down % 4][x % 2]
        else:
            cell = (x, down)
            self._characters[cell] = character
        self._styles[cell] = style

    def line(self, start: Place, end: Place, style: str, character: str, pattern: str = "1", begin: int = 0) -> int:
        """Draw a line, leaving out the dots at each "0" of `pattern`; returns where to begin the next one."""
        (x0, y0), (x1, y1) = self.nearest(start), self.nearest(end)
        steps = max(abs(x1 - x0), abs(y1 - y0))
        for step in range(steps + 1):
            share = step / steps if steps else 0.0
            if pattern[(begin + step) % len(pattern)] == "1":
                self.dot(round(x0 + share * (x1 - x0)), round(y0 + share * (y1 - y0)), style, character)
        return begin + steps

    def nearest(self, place: Place) -> tuple[int, int]:
        """The dot nearest to a place."""
        width, height = self.size
        return round(place[0] * (width - 1)), round(place[1] * (height - 1))

    def put(self, place: Place, character: str, style: str) -> None:
        """Write a character at a place, over whatever is there; nothing outside of the sheet."""
        if 0 <= place[0] <= 1 and 0 <= place[1] <= 1:
            cell = (round(place[0] * (self.columns - 1)), self.rows - 1 - round(place[1] * (self.rows - 1)))
            self._characters[cell], self._styles[cell] = character, style

    def lines(self) -> list[Text]:
        """The rows, from the top."""
        return [self._row(row) for row in range(self.rows)]

    def _row(self, row: int) -> Text:
        line = Text()
        cells = [(column, row) for column in range(self.columns)]
        for style, together in groupby(cells, lambda cell: self._styles.get(cell, "")):
            line.append("".join(map(self._at, together)), style)
        return line

    def _at(self, cell: tuple[int, int]) -> str:
        dots = self._dots.get(cell, 0)
        return self._characters.get(cell) or (chr(_BRAILLE + dots) if dots else " ")
