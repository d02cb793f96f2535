"""NumPy, and files of expectations in plain numbers."""

import contextlib
import io

import numpy as np
import torch

HOURS = np.array([[1.0], [2.0], [3.0]])
PAIR = np.hstack([20 * HOURS, 5 - HOURS])


def tensors(*arrays):
    return [torch.tensor(one, dtype=torch.float32) for one in arrays]


def reference(w, b, lr, epochs, y):
    history = []
    for _ in range(epochs):
        e = HOURS @ w + b - y
        history.append(np.mean(e * e))
        w, b = w - lr * 2 * HOURS.T @ e / e.size, b - lr * 2 * e.sum(0) / e.size
    return w, b, history


def test_reference(train):
    y = PAIR / 10
    for lr, epochs, every in ((0.05, 1, 1), (0.01, 12, 100), (0.05, 3, 2), (0.03, 6, 2), (0.05, 4, 2)):
        w, b = np.array([[1.5, -0.5]]), np.array([0.25, 1.0])
        weight, bias = (one.requires_grad_() for one in tensors(w, b))
        stream = io.StringIO()
        with contextlib.redirect_stdout(stream):
            keywords = {} if every == 100 else {"log_every": every}
            got_w, got_b, got = train(*tensors(HOURS, y), weight, bias, lr, epochs, **keywords)
        w, b, history = reference(w, b, lr, epochs, y)
        np.testing.assert_allclose(got_w.detach().numpy(), w, atol=1e-4)
        np.testing.assert_allclose(got_b.detach().numpy(), b, atol=1e-4)
        assert len(got) == epochs
        for one, loss in zip(got, history):
            assert isinstance(one, float) and not isinstance(one, np.floating)
            assert abs(one - loss) < 1e-4
        wanted = [e for e in range(1, epochs + 1) if e in (epochs, *range(1, epochs + 1, every))]
        heads, losses = zip(*(line.split(" loss = ") for line in stream.getvalue().splitlines()))
        assert list(heads) == [f"{e}/{epochs}" for e in wanted]
        assert all(len(text.split(".")[1]) == 5 for text in losses)
        np.testing.assert_allclose([float(text) for text in losses], [history[e - 1] for e in wanted], atol=1e-4)


def test_nothing_to_do(train):
    weight, bias = (one.requires_grad_() for one in tensors([[1.5]], [0.25]))
    stream = io.StringIO()
    with contextlib.redirect_stdout(stream):
        weight, bias, history = train(*tensors(HOURS, 20 * HOURS), weight, bias, 0.05, 0)
    assert (weight.item(), bias.item(), history, stream.getvalue()) == (1.5, 0.25, [], "")
