"""The proof that edits fit their program, make Python of it, and say something."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from grader.course.catalogue import Misconception, ProofError
from grader.diagnosis.edits import read_edits
from grader.source.facts import Unparsed
from grader.source.parsing import parse_text


def problems_of(path: Path, name: str, known: Mapping[str, Misconception]) -> Iterator[str]:
    """What is wrong with a file of edits, in sentences: pieces that are not there, words that are missing."""
    try:
        programs = read_edits(path, name, known)
    except ProofError as error:
        yield str(error)
        return
    for edit in programs.edits:
        filled = edit.with_number(3) if edit.is_open else edit
        candidates = [one for program in programs.programs if (one := programs.candidate(program, (filled,)))]
        if not candidates:
            yield f"{path}, {edit.name}: what it changes does not stand in the program exactly once"
        for one in candidates:
            if isinstance(parse_text(one.misconception.source.code.decode()), Unparsed):
                yield f"{path}, {edit.name}: what it makes of the program is no Python"
        for other in {*edit.same_as, *filter(None, [edit.means])} - known.keys():
            yield f"{path}, {edit.name}: no known wrong answer is called {other}"
        if not edit.says or not edit.advice:
            yield f"{path}, {edit.name}: says nothing, and means no known wrong answer"
