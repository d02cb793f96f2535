"""What is wrong with a file that cannot be judged, in sentences for the learner, and lines as reports show them."""

from grader.language.width import columns
from grader.messages import _
from grader.source.facts import Unparsed
from grader.source.indentation import quote_indentation
from grader.source.parsing import MAX_SCOPES
from grader.source.place import Origin, place


def problem_sentence(problem: Unparsed, filename: str, cell: str | None = None) -> str:
    """Say why Python cannot read a file, or a cell of a notebook.

    Args:
        problem: what the reader found.
        filename: what reports call the file.
        cell: the cell, in words, if it is one of a notebook.
    """
    whole = filename if cell is None else f"{filename}, {cell}"
    match problem.trouble:
        case "syntax" | "indentation":
            return _syntax_sentence(problem, filename, cell)
        case "scopes":
            sentence = _("{file} has more than {count} functions, classes and comprehensions.")
            return sentence.format(file=whole, count=MAX_SCOPES)
        case "names":
            return _("{file} uses more names than can be followed.").format(file=whole)
        case "depth":
            return _("{file} is nested too deeply for Python to read.").format(file=whole)
        case "utf16":
            return _("{file} is saved as UTF-16, which Python does not read. Save it as UTF-8.").format(file=whole)
        case "encoding":
            return _encoding_sentence(problem, filename)
    return _("{file} cannot be read as Python text: {error}").format(file=whole, error=problem.error)


def _encoding_sentence(problem: Unparsed, filename: str) -> str:
    encoding, _colon, reason = problem.error.partition(": ")
    where = filename if problem.line is None else place(filename, problem.line)
    sentence = _("Python cannot read {place} as text in the encoding {encoding}: {reason}. Save the file as UTF-8.")
    return sentence.format(place=where, encoding=encoding, reason=_reasons().get(reason, reason))


def _reasons() -> dict[str, str]:
    """What a reader gives as reasons of its own, which knows no languages; Python's own ones stay as they are."""
    return {
        "the file begins with a mark that says UTF-8": _("the file begins with a mark that says UTF-8"),
        "Python knows no such encoding": _("Python knows no such encoding"),
        "this is no encoding of text": _("this is no encoding of text"),
    }


def _syntax_sentence(problem: Unparsed, filename: str, cell: str | None) -> str:
    """Say what Python cannot read, with the line and a caret below the place."""
    message = (problem.error or "invalid syntax").strip()
    line = problem.line or 1
    where = place(filename, line, Origin(cell, line) if cell is not None else None)
    sentence = _("Python cannot read {place}: {error}.").format(place=where, error=message.rstrip("."))
    if problem.trouble == "indentation":
        return f"{sentence}\n{quote_indentation(problem)}"
    if not problem.text:
        return sentence
    return f"{sentence}\n{quote_line(problem.text, line, problem.start, problem.end)}"


def quote_line(line: str, number: int, start: int, end: int) -> str:
    """Return the line with its number, and carets below columns `start` to `end` (characters, from 0)."""
    text = line.lstrip()
    shift = len(line) - len(text)
    margin = f"  {number:>4} | "
    start = min(max(start - shift, 0), len(text))
    width = max(1, min(end - shift, len(text)) - start)
    before, under = len(margin) + columns(text[:start]), columns(text[start : start + width])
    return f"{margin}{text}\n{' ' * before}{'^' * max(1, under)}"
