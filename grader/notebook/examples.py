"""A page's worked example as the cells of a notebook: a cell shows the value of its last line only."""

import ast


def cells_of(code: str) -> list[str]:
    """Split an example so that each value that it wants to show ends a cell; comments stay with the lines above them.

    Args:
        code: Python, as it stands on a page.
    """
    lines = code.split("\n")
    cells, begin = [], 0
    for statement in ast.parse(code).body:
        assert statement.end_lineno is not None
        end = statement.end_lineno
        while end < len(lines) and lines[end].lstrip().startswith("#"):
            end += 1
        # what comes out of an expression stands behind it as a comment; `loss.backward()` shows nothing
        if isinstance(statement, ast.Expr) and "#" in "".join(lines[statement.end_lineno - 1 : end]):
            cells.append("\n".join(lines[begin:end]).strip("\n"))
            begin = end
    cells.append("\n".join(lines[begin:]).strip("\n"))
    return [cell for cell in cells if cell]
