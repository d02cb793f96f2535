"""What may be handed in, as Hypothesis draws it: modules, notebooks, archives, and the names that they lie under."""

import io
import json
import os
import re
import zipfile

from hypothesis import strategies as st

from grader.course.file import load_course
from tests.hostile.attempt import ROOT

Files = dict[bytes, bytes]  # by path in the folder that is handed in

COURSE = load_course(ROOT)
_SOLUTIONS = [COURSE.path("solutions", exercise).read_bytes() for exercise in COURSE.exercises]

_PUNCTUATION = ["(", ")", "[", "]", "{", "}", "'''", '"', "\\", "\0", "\t", "\r", "\x0c", "\n", "*", ":=", "@", "f'{"]
_STATEMENTS = [
    *("import torch as t", "from torch import *", "a = torch.nn", "for K.f in [f]: pass", "with f() as g: pass"),
    *(
        "global x",
        "%%time",
        "!ls",
        "x?",
        "%x = 1",
        "return",
        "raise",
        "while 1: pass",
        "print(1)",
        "del torch",
        "yield",
    ),
    *("exec('x')", "f = lambda: f()", "f()", "def f(): f()", "class K: pass", "assert 0", "import os, sys", "exit()"),
    *(
        "torch = None",
        "import numpy as np",
        "print('x' * 10**6)",
        "x = [0] * 10**8",
        "import re, json",
        "1 / 0",
        "# é가",
    ),
    *("x = torch.optim.SGD", "getattr(torch, 'nn')", "weight.grad_fn", "torch.manual_seed(0)", "async def g(): pass"),
]
_EXPRESSIONS = [
    *(
        "None",
        "1j",
        "float('nan')",
        "()",
        "[]",
        "...",
        "(yield)",
        "X",
        "bias",
        "torch",
        "0x" + "f" * 5000,
        "-" * 300 + "1",
    ),
    *("x" + ".a" * 600, "x" + "()" * 400, "(" * 150 + "1" + ")" * 150, "[" * 90 + "]" * 90, "'" + "가" * 2000 + "'"),
    *(
        "lambda: " * 200 + "1",
        "1 if 1 else " * 300 + "2",
        "1 + " * 2000 + "1",
        "9" * 5000,
        "f'{1:{2}}'",
        "10 ** 10 ** 8",
    ),
]
_LONG = ["x" * 300, "0x" + "f" * 5000, ".a" * 600, "(" * 150, "a:\n" * 200, " " * 900]
_WORDS = ["é", "\u2028", "\ud800", "𝕏", "가", *_LONG]
_pieces = st.sampled_from(_PUNCTUATION + [f"{one}\n" for one in _STATEMENTS] + _WORDS)
_cookies = st.sampled_from(
    [b"", b"", b"# coding: utf-7\n", b"# coding: idna\n", b"# coding: cp949\n", b"# coding: gbk\n", b"# coding: \n",
     b"# coding: punycode\n", b"\xe9 coding: latin-1\n", b"\xef\xbb\xbf", b"\xff\xfe"]
)  # fmt: skip
_encodings = st.sampled_from(["utf-8", "utf-8", "utf-16", "cp949", "latin-1", "gbk", "koi8-r"])
_times = st.sampled_from([1, 1, 1, 2, 50, 2000])


@st.composite
def _rough(draw: st.DrawFn) -> bytes:
    """A solution with things put in anywhere, in some encoding, and mostly no Python any more."""
    text = draw(st.sampled_from(_SOLUTIONS)).decode()
    for _change in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(text)))
        piece = draw(_pieces | st.text(max_size=8)) * draw(_times)
        text = text[:at] + piece[:100_000] + text[at + draw(st.integers(0, 40)) :]
    content = text.encode(draw(_encodings), "replace")
    return draw(_cookies) + content + draw(st.just(b"") | st.binary(max_size=6))


@st.composite
def _gentle(draw: st.DrawFn) -> bytes:
    """A solution with other statements or expressions in it, and mostly Python still."""
    lines = draw(st.sampled_from(_SOLUTIONS)).decode().splitlines()
    for _change in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(lines) - 1))
        indent = lines[at][: len(lines[at]) - len(lines[at].lstrip())]
        match draw(st.sampled_from(["statement", "expression", "remove"])):
            case "statement":
                lines[at:at] = [indent + draw(st.sampled_from(_STATEMENTS))] * draw(_times)
            case "expression":
                words = re.findall(r"\b[a-z]\w*\b", lines[at]) or [""]
                word, other = draw(st.sampled_from(words)), draw(st.sampled_from(_EXPRESSIONS))
                lines[at] = lines[at].replace(word, other, 1)
            case "remove" if len(lines) > 1:
                del lines[at]
    text = "\n".join(lines) + "\n"
    encoding = draw(st.sampled_from(["", "", "latin-1", "cp949", "koi8-r", "utf-8", "shift_jis", "utf-7"]))
    return (f"# coding: {encoding}\n{text}" if encoding else text).encode(encoding or "utf-8", "replace")


def modules() -> st.SearchStrategy[bytes]:
    """A solution with things put into it and taken out of it, some of them many times, in some encoding."""
    return _gentle() | _gentle() | _rough()


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


@st.composite
def mutated(draw: st.DrawFn, bodies: st.SearchStrategy[bytes]) -> bytes:
    """Bytes with a few of them changed, taken out, put in or doubled."""
    body = bytearray(draw(bodies))
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(body)))
        match draw(st.sampled_from(["change", "remove", "insert", "double", "cut"])):
            case "change" if at < len(body):
                body[at] = draw(st.integers(0, 255))
            case "remove":
                del body[at : at + draw(st.integers(1, 8))]
            case "insert":
                body[at:at] = draw(st.binary(max_size=8))
            case "double":
                body[at:at] = body[at : at + draw(st.integers(1, 64))]
            case "cut":
                del body[at:]
    return bytes(body)


# ---- names ----

_stems = st.sampled_from([exercise.name for exercise in COURSE.exercises])
_copies = st.sampled_from(["{}", "{}", "{} (1)", "{}-2", "{} - copy", "kim_12_3_{}", "{}.backup-1", "test_{}", "EX{}"])
_endings = st.sampled_from([b".py", b".py", b".PY", b".ipynb", b".zip", b".txt", b""])
_odd = (
    st.binary(min_size=1, max_size=12)
    | st.text(min_size=1, max_size=12).map(lambda name: name.encode("utf-8", "surrogatepass"))
    | st.sampled_from([b"\n", b"\x1b[2J", "\u202eyp".encode(), b"x" * 300, b" ", b"%s{}", b"-o", b"~", b"con"])
)
_near_names = st.builds(lambda how, stem: how.format(stem).encode(), _copies, _stems)
_own_names = _stems.map(lambda stem: f"{stem}.py".encode())
_any_names = st.builds(lambda stem, ending: stem + ending, _near_names | _odd, _endings)
_folders = st.sampled_from([b"", b"", b"", b"exercises/", b"notebooks/", b"a/", b"a/b/c/", b".git/", b"__MACOSX/"])


def _as_path(folder: bytes, name: bytes) -> bytes:
    plain = re.sub(rb"[/\0]", b"_", name)
    return folder + (b"_" if plain in (b".", b"..") else plain)


_paths = st.builds(_as_path, _folders, _own_names | _any_names)


def names() -> st.SearchStrategy[bytes]:
    """The name of a folder or a file, of any length."""
    return _paths.map(lambda path: path.rpartition(b"/")[2])


def handed_in() -> st.SearchStrategy[Files]:
    """A few files: modules, notebooks and others, at names that suit them and at names that do not."""
    usual = st.dictionaries(_own_names, modules(), min_size=1, max_size=3)
    return usual | st.dictionaries(_paths, modules() | notebooks() | st.binary(max_size=40), min_size=1, max_size=5)


# ---- archives ----


@st.composite
def _zipped(draw: st.DrawFn) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", draw(st.sampled_from([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED]))) as archive:
        for path, content in draw(handed_in()).items():
            info = zipfile.ZipInfo(os.fsdecode(draw(st.sampled_from([b"", b"../", b"/", b"kim/"])) + path))
            info.external_attr = draw(st.sampled_from([0, 0o644, 0o120777, 0o010644])) << 16
            try:
                archive.writestr(info, content)
            except UnicodeEncodeError:  # names with bytes that are no text
                info = zipfile.ZipInfo(path.decode("cp437"))
                archive.writestr(info, content)
    return stream.getvalue()


def archives() -> st.SearchStrategy[bytes]:
    """An archive of files, whole or with something changed."""
    return _zipped() | mutated(_zipped())
