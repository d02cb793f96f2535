"""`python -m tests.hostile.fuzzing MINUTES [SEED]`: hand in whatever Hypothesis thinks of, for as long as you like.

Modules, notebooks and names are drawn, put into a folder and read as a submission is; the reader is a real one, locked
down. The judge must answer: a module or a sentence for each exercise, within the reader's limits, in bounded memory.
What it did not manage is printed with the seed that draws it again. A minute tries some thousand submissions.
"""

import json
import os
import re
import resource
import sys
import tempfile
import time
from pathlib import Path

import click
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from grader.course.file import load_course
from grader.source.module import Source
from grader.source.rules import autograd_uses, uses_of
from grader.submission.finding import SubmissionError, read_submission
from grader.submission.reader_process import SUBMISSION_SECONDS, Reader
from tests.hostile.attempt import ROOT

MEMORY_MB = 300  # that the judge may use
BEYOND_SECONDS = 10.0  # that reading may take longer than the reader's own limits, on a busy machine
_EXAMPLES = 200  # of one seed
_COURSE = load_course(ROOT)
_SOLUTIONS = [_COURSE.path("solutions", exercise).read_bytes() for exercise in _COURSE.exercises]

_tokens = st.sampled_from(
    [
        *(
            "(",
            ")",
            "[",
            "]",
            "{",
            "}",
            "'''",
            '"',
            "\\",
            "\0",
            "\t",
            "\r",
            "\x0c",
            "\n",
            "lambda: ",
            "f'{",
            "*",
            ":=",
            "@",
        ),
        *(
            "import torch as t\n",
            "from torch import *\n",
            "a = torch.nn\n",
            "match f:\n    case g: pass\n",
            "async ",
            "await ",
        ),
        *(
            "for K.f in [f]: pass\n",
            "with f() as g: pass\n",
            "try: pass\nexcept E as e: pass\n",
            "global x\n",
            "%%time\n",
            "!ls\n",
        ),
        *(
            "é",
            "\u2028",
            "\ud800",
            "𝕏",
            "가",
            "x" * 300,
            "0x" + "f" * 5000,
            ".a" * 600,
            "(" * 150,
            "a:\n" * 200,
            " " * 900,
        ),
    ]
)
_cookies = st.sampled_from(
    [b"", b"# coding: utf-7\n", b"# coding: idna\n", b"# coding: cp949\n", b"# coding: gbk\n", b"# coding: punycode\n",
     b"# coding: unicode_escape\n", b"\xef\xbb\xbf", b"\xff\xfe", b"\xe9 coding: latin-1\n", b"# coding: \n"]
)  # fmt: skip


@st.composite
def modules(draw: st.DrawFn) -> bytes:
    """A solution with things put into it and taken out of it, some of them many times, in some encoding."""
    text = draw(st.sampled_from(_SOLUTIONS)).decode()
    for _change in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(text)))
        piece = draw(_tokens | st.text(max_size=8)) * draw(st.sampled_from([1, 1, 1, 2, 50, 2000]))
        text = text[:at] + piece[:100_000] + text[at + draw(st.integers(0, 40)) :]
    content = text.encode(draw(st.sampled_from(["utf-8", "utf-16", "cp949", "latin-1", "gbk"])), "replace")
    return draw(_cookies) + content + draw(st.binary(max_size=6) | st.just(b""))


_jsons = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["cells", "source", "grader"]), inner),
    max_leaves=6,
)


@st.composite
def notebooks(draw: st.DrawFn) -> bytes:
    """A notebook with modules in its cells, with a few things that are not as they should be."""
    cells = [
        {
            "cell_type": draw(st.sampled_from(["code", "code", "code", "markdown"])),
            "source": draw(modules()).decode("utf-8", "surrogateescape") if draw(st.booleans()) else draw(_jsons),
            "metadata": {"grader": draw(_jsons | st.just({"exercise": "ex04_mse", "role": "work"}))},
        }
        for _cell in range(draw(st.integers(0, 4)))
    ]
    document = {"nbformat": draw(st.just(4) | _jsons), "metadata": draw(st.just({}) | _jsons), "cells": cells}
    body = json.dumps(document).encode()
    at = draw(st.integers(0, len(body)))
    return draw(st.just(body) | st.just(body[:at] + b"\xff" + body[at:]) | st.just(body[:at]))


_module_names = st.sampled_from([f"{exercise.name}.py" for exercise in _COURSE.exercises]).map(os.fsencode)
_names = _module_names | st.binary(min_size=1, max_size=12).map(lambda name: re.sub(rb"[/\0]", b"_", name) + b".ipynb")
_files = st.dictionaries(_names, modules() | notebooks(), min_size=1, max_size=4)


def look(reader: Reader, files: dict[bytes, bytes]) -> None:
    """Hand in these files, and demand what must be true of any."""
    with tempfile.TemporaryDirectory() as name:
        for file, content in files.items():
            Path(os.fsdecode(os.fsencode(name) + b"/" + file)).write_bytes(content)
        started = time.monotonic()
        try:
            work = read_submission(_COURSE, Path(name), reader=reader)
        except SubmissionError as error:
            str(error).encode()  # raises if it is no text
            return
        seconds = time.monotonic() - started
    # wall time that a busy machine may take for as many CPU seconds
    assert seconds < 3 * SUBMISSION_SECONDS + BEYOND_SECONDS, f"{seconds:.0f} s"
    assert set(work.sources) == {exercise.name for exercise in _COURSE.exercises}
    for exercise in _COURSE.exercises:
        source = work.sources[exercise.name]
        assert isinstance(source, Source) or source.message
        if isinstance(source, Source):
            uses_of(source, exercise.functions, ("torch.nn", "torch.optim"))
            autograd_uses(source, exercise.functions)
            assert all(source.place(line).encode() for line in range(len(source.lines) + 2))


def main() -> None:
    """Fuzz, seed after seed, until the time is over."""
    minutes = float(sys.argv[1]) if len(sys.argv) > 1 else 60.0
    first = number = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    until = time.monotonic() + 60 * minutes
    with Reader() as reader:
        while time.monotonic() < until:

            @seed(number)
            @settings(
                max_examples=_EXAMPLES,
                database=None,
                deadline=None,
                suppress_health_check=list(HealthCheck),
                phases=(Phase.generate, Phase.shrink),
            )
            @given(files=_files)
            def hand_in(files: dict[bytes, bytes]) -> None:
                look(reader, files)

            hand_in()
            number += 1
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
            assert peak < MEMORY_MB, f"seed {number}: the judge took {peak} MiB"
            click.echo(f"seeds {first} to {number - 1}: {(number - first) * _EXAMPLES} submissions, {peak} MiB")


if __name__ == "__main__":
    main()
