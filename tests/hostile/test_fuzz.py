"""Bytes that nobody thought of: frames, tensors, modules and notebooks, random or valid ones with something changed.

Whatever comes, the judge answers with one of its own outcomes. A mutated frame that still validates is a reply like any
other, so it goes through everything that a test may demand of a reply.
"""

import contextlib
import io
import json
import struct
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import cast

import msgspec
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.diagnosis.agreement import agree, alike_in_form, oddities, other_words
from grader.pipe.codec import MAX_FRAME, BadFrame, decode_reply, read_frame, write_frame
from grader.pipe.errors import WorkerEnded
from grader.pipe.frames import (
    Apply,
    Array,
    ListValue,
    Loaded,
    ModuleValue,
    Observed,
    Opaque,
    Printed,
    Pullback,
    Raised,
    Reply,
    Request,
    Returned,
    Step,
    TraceFrame,
    TupleValue,
)
from grader.pipe.pool import Workers
from grader.reader.notebook.cells import Notebook, NotebookError, read_notebook
from grader.source.facts import Parsed
from grader.source.module import Source, SourceProblem, parse, quote_span
from grader.source.rules import autograd_uses, uses_of
from grader.testing import Learner, Param, array, expect, render
from grader.testing.failure import CallEnded, Failed, FailedOnce, MissingFunction, NotAttempted
from grader.testing.learner import Session
from grader.testing.values import Floats, numbers_of
from tests.grader.conftest import workers  # noqa: F401  # a fixture
from tests.hostile.attempt import ROOT
from tests.hostile.fuzzing import FUZZED, Judge, kept, try_out
from tests.hostile.handed_in import mutated

THOROUGH = settings(max_examples=300)
OUTCOMES = (Failed, FailedOnce, NotAttempted, MissingFunction, CallEnded, WorkerEnded)
SOLUTIONS = [path.read_bytes() for path in sorted((ROOT / "solutions").glob("*.py"))]


# ---- replies: honest, odd, and honest ones with something changed ----

_ints = st.integers(-(2**63), 2**63 - 1)
_texts = st.text(max_size=12)
_arrays = st.builds(
    Array,
    st.sampled_from(
        ["float32", "float64", "int64", "bool", "complex64", "bfloat16", "object", "O", "", "float32,int8"]
    ),
    st.lists(st.integers(0, 4) | _ints, max_size=4).map(tuple),
    st.binary(max_size=64),
    st.booleans(),
    st.booleans(),
    st.none() | st.builds(Array, st.just("float32"), st.just((2,)), st.binary(min_size=8, max_size=8)),
    st.booleans(),
)
_leaves = st.none() | st.booleans() | _ints | st.floats() | _texts | _arrays | st.builds(Opaque, _texts, _texts)
_values = st.recursive(
    _leaves
    | st.builds(
        ModuleValue, _texts, st.lists(_texts, max_size=2).map(tuple), st.dictionaries(_texts, _arrays, max_size=3)
    ),
    lambda inner: (
        st.lists(inner, max_size=3).map(tuple).map(ListValue) | st.lists(inner, max_size=3).map(tuple).map(TupleValue)
    ),
    max_leaves=6,
)
_observed = st.builds(
    Observed, _values, st.dictionaries(st.sampled_from(["0", "1"]), st.none() | _arrays), st.none() | _texts
)
_printed = st.builds(Printed, _texts | st.just("1/2 loss = 0.50000\n"), st.integers(0, 2**63 - 1))
_frames = st.builds(TraceFrame, _ints, _ints, _ints, _texts)
_returned = st.builds(
    Returned,
    st.lists(_values, min_size=1, max_size=2).map(tuple),
    st.lists(_values, min_size=2, max_size=2).map(tuple),
    st.none() | _observed,
    st.booleans(),
    st.sampled_from(["float32", "float64", "✗\n"]),
    st.booleans(),
    st.lists(_texts, max_size=3).map(tuple),
    _printed,
)
_raised = st.builds(Raised, _texts, _texts, st.lists(_frames, max_size=3).map(tuple), st.none() | _texts, _printed)
_replies = _returned | _raised | st.builds(Loaded, st.lists(_texts, max_size=3).map(tuple), _printed)


class Scripted:
    """Stands for the workers: whatever is asked, the answer is this reply."""

    def __init__(self, reply: Reply) -> None:
        self._reply = reply

    def load(self, _source: Source) -> Loaded:
        """Whatever is loaded has the function that is called."""
        return Loaded(("f",), Printed())

    def ask(self, _source: Source, _request: Request) -> Reply:
        """The reply."""
        return self._reply

    def cpu_seconds(self) -> float:
        """No time has passed."""
        return 0.0

    def stop(self) -> None:
        """There is nothing to stop."""


def demands(learner: Learner, then: Pullback | Apply | Step | None) -> list[Callable[[], object]]:
    """What a test may do with an answer."""
    X: Floats = np.array([[1.0, 2.0]])

    def answer() -> object:
        return learner.call("f", X, Param(X), then=then)

    asked = learner.call("f", X, Param(X), then=then)
    return [
        answer,
        lambda: asked.parts("weight", "bias"),
        lambda: expect(asked.parts("weight", "bias")[0]).equals(X),
        lambda: expect(asked).equals(X, dtype=None),
        lambda: expect(asked).equals(3.0),
        lambda: expect(asked).is_floats([1.0, 2.0], within=0.5),
        lambda: expect(asked).requires_grad(),
        lambda: expect(asked).is_leaf(),
        lambda: expect(asked).has_clean_grad(),
        lambda: expect(asked).is_module("Linear"),
        lambda: expect(asked.result.parameter("weight")).equals(X),
        lambda: expect(asked).kept_its_inputs(),
        lambda: expect(asked).left_torch_as_it_was(),
        lambda: asked.argument(0, "X"),
        *([lambda: asked.gradient("1", "weight"), lambda: asked.observed_value("prediction")] if then else []),
        lambda: render.value(asked.result.value),
        lambda: agree(asked.reply, asked.reply),
        lambda: alike_in_form(asked.reply, asked.reply),
        lambda: oddities({0: asked.reply}, {0: asked.reply}),
        lambda: other_words({0: asked.reply}, {0: asked.reply}),
    ]


def goes_through(reply: Reply) -> None:
    """Make every demand of this reply; each holds, or fails in one of the ways that are told to a learner."""
    source = parse("ex01_total", b"def f(X, weight):\n    return X\n")
    assert isinstance(source, Source)
    for then in (None, Pullback(array(1.0)), Apply((array(1.0),))):
        learner = Learner(Session(source, cast(Workers, Scripted(reply))))
        with contextlib.suppress(*OUTCOMES):
            for demand in demands(learner, then):
                with contextlib.suppress(*OUTCOMES):
                    demand()


@THOROUGH
@given(reply=_replies)
def test_any_reply_that_validates_is_an_outcome(reply: Reply) -> None:
    """However odd its values are: no exception but those that mean something."""
    goes_through(reply)


@THOROUGH
@given(body=mutated(_replies.map(msgspec.msgpack.encode)))
def test_a_mutated_frame_is_refused_or_an_outcome(body: bytes) -> None:
    """Most are refused, and the rest are replies like any other."""
    try:
        reply = decode_reply(body)
    except BadFrame:
        return
    goes_through(reply)


@THOROUGH
@given(stream=st.binary(max_size=64) | mutated(st.just(struct.pack(">I", 4) + b"a ticketbody")))
def test_any_stream_is_a_frame_an_end_or_refused(stream: bytes) -> None:
    """And a frame is never longer than it may be."""
    try:
        _ticket, body = read_frame(io.BytesIO(stream))
    except (EOFError, BadFrame):
        return
    assert len(body) <= MAX_FRAME


@THOROUGH
@given(value=_arrays)
def test_a_tensor_whose_bytes_do_not_fit_has_no_numbers(value: Array) -> None:
    """Shape, dtype and bytes fit, or it is none; in both cases it can be shown."""
    numbers = numbers_of(value)

    assert numbers is None or (numbers.shape == value.shape and numbers.nbytes == len(value.data))
    assert render.value(value)


# ---- what is handed in ----

_cookies = st.sampled_from(
    [b"", b"# coding: utf-7\n", b"# coding: idna\n", b"# coding: cp949\n", b"\xef\xbb\xbf", b"\xff\xfe"]
)
_fragments = st.sampled_from(
    [b"(", b")", b"'''", b"\\", b"\0", b"\t", b"\r", b"\x0c", b"lambda: ", b"getattr(torch, 'nn')", b"f'{", b"*", b":=",
     b"import torch as ", b"from torch import *\n", b"a = torch.nn\n", "é".encode(), "\u2028".encode(), b"\xf0\x9f"]
)  # fmt: skip


@st.composite
def modules(draw: st.DrawFn) -> bytes:
    """A solution with a few things put into it and taken out of it, in some encoding."""
    content = draw(st.sampled_from(SOLUTIONS))
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(content)))
        content = content[:at] + draw(_fragments | st.binary(max_size=6)) + content[at + draw(st.integers(0, 20)) :]
    return draw(_cookies) + content


@THOROUGH
@given(content=modules() | st.binary(max_size=200))
def test_any_bytes_are_a_module_or_a_sentence(content: bytes) -> None:
    """And of a module everything can be asked that the judge asks."""
    source = parse("ex03_prediction", content)
    if isinstance(source, SourceProblem):
        assert source.message
        return
    functions = ("predict", "mse_loss", "train")
    for function in functions:
        source.is_attempted(function)
        source.parameters(function)
    assert uses_of(source, functions, ("torch.nn", "torch.optim")) is not None
    assert autograd_uses(source, functions) is not None
    for line in range(len(source.lines) + 2):
        quote_span(source, line, 3, 5)


class Unread(Source):
    """A module whose bytes go to the worker as they are."""

    @property
    def code(self) -> bytes:
        """The bytes."""
        return self.content


@pytest.mark.skipif("sys.platform != 'linux'", reason="elsewhere such bytes would run unconfined")
@settings(max_examples=60)
@given(content=modules() | st.binary(max_size=200))
def test_any_bytes_are_loaded_or_raise(workers: Workers, content: bytes) -> None:  # noqa: F811  # the fixture
    """The worker answers, also for what the judge would never have sent on."""
    unread = Unread("ex03_prediction", "ex03_prediction.py", content, Parsed(""))

    assert isinstance(workers.load(unread), Loaded | Raised)


_jsons = st.recursive(
    st.none() | st.booleans() | _ints | st.floats() | _texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["cells", "source", "x"]), inner),
    max_leaves=8,
)
_cells = st.fixed_dictionaries(
    {"cell_type": st.just("code") | _jsons, "source": st.just(["def f():\n", " 1"]) | _jsons}
)
_notebooks = st.fixed_dictionaries(
    {"nbformat": st.just(4) | _jsons, "metadata": st.just({}) | _jsons, "cells": st.lists(_cells, max_size=3) | _jsons}
)


@THOROUGH
@given(
    content=_notebooks.map(lambda thing: json.dumps(thing).encode()) | mutated(st.just(b'{"nbformat":4,"cells":[]}'))
)
def test_any_bytes_are_a_notebook_or_a_sentence(content: bytes) -> None:
    """A notebook with code cells, or one sentence."""
    with contextlib.suppress(NotebookError):
        assert isinstance(read_notebook(content, "work.ipynb"), Notebook)


@pytest.mark.skipif("sys.platform != 'linux'", reason="elsewhere there are no such names")
@pytest.mark.parametrize("path", sorted(FUZZED.glob("*.json")), ids=lambda path: path.stem)
def test_what_a_long_run_has_found_is_found_no_more(path: Path) -> None:
    """The judge raises nothing, stays small and takes no longer than it may."""
    with ExitStack() as stack:
        try_out(Judge(stack), *kept(path), is_graded=True)


@given(message=_replies)
def test_what_is_written_can_be_read(message: Reply) -> None:
    """With its ticket."""
    stream = io.BytesIO()
    write_frame(stream, message, b"a ticket")
    stream.seek(0)

    assert read_frame(stream)[0] == b"a ticket"
