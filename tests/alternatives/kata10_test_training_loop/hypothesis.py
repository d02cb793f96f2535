"""Hypothesis draws the plan of a training."""

import contextlib
import io

import torch
from hypothesis import given, settings
from hypothesis import strategies as st

DATA = [[1.0, 3.0], [2.0, -1.0], [0.0, 2.0]], [[1.0, 2.0], [3.0, -1.0], [0.0, 4.0]]


@settings(max_examples=12)
@given(st.integers(1, 6), st.integers(1, 4), st.sampled_from([0.1, 0.05]))
def test_plan(train, epochs, log_every, lr):
    check(train, epochs, log_every, lr)


def test_plans(train):
    for epochs, log_every, lr in ((0, 2, 0.1), (1, 1, 0.1), (2, 2, 0.1), (5, 2, 0.05), (4, 2, 0.1), (6, 5, 0.05)):
        check(train, epochs, log_every, lr)
    with contextlib.redirect_stdout(io.StringIO()) as out:
        train(*map(torch.tensor, DATA), torch.zeros(2, 2, requires_grad=True), torch.zeros(2, requires_grad=True), 0.01, 30)
    assert out.getvalue().count("loss") == 2


def check(train, epochs, log_every, lr):
    X, y = map(torch.tensor, DATA)
    w, b = torch.tensor([[1.0, -1.0], [0.5, 2.0]]), torch.tensor([1.0, 0.0])
    given_w, given_b = w.clone().requires_grad_(), b.clone().requires_grad_()
    with contextlib.redirect_stdout(io.StringIO()) as out:
        new_w, new_b, history = train(X, y, given_w, given_b, lr, epochs, log_every=log_every)
    lines = iter(out.getvalue().splitlines())
    assert type(history) is list and len(history) == epochs
    for epoch in range(1, epochs + 1):
        error = X @ w + b - y
        loss = (error * error).mean().item()
        assert type(history[epoch - 1]) is float
        assert abs(history[epoch - 1] - loss) < 1e-4
        if epoch == epochs or epoch % log_every == 1 % log_every:
            line = next(lines)
            assert line.startswith(f"{epoch}/{epochs} loss = ")
            number = line.rpartition(" ")[2]
            assert abs(float(number) - loss) < 1e-4 and number[-6] == "."
        w, b = w - lr * X.T @ error / 3, b - lr * error.sum(0) / 3
    assert next(lines, None) is None
    assert torch.allclose(new_w, w, atol=1e-4) and torch.allclose(new_b, b, atol=1e-4)
