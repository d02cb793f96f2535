"""Properties under Hypothesis: one entry at a time, and what each adds."""

import torch
from hypothesis import given, settings
from hypothesis import strategies as st


tables = st.tuples(st.integers(1, 4), st.integers(1, 3), st.lists(st.integers(-8, 8), min_size=24, max_size=24))


@given(tables)
@settings(max_examples=1000)
def test_each_entry_counts_as_much_as_any_other(mse_loss, drawn):
    n, k, numbers = drawn
    y = torch.tensor(numbers[: n * k], dtype=torch.float32).reshape(n, k)
    for i in range(n):
        for j in range(k):
            for error in (3.0, -2.0):
                pred = y.clone()
                pred[i, j] += error
                assert torch.isclose(mse_loss(pred, y), torch.tensor(error**2 / (n * k)), rtol=1e-4)


@given(tables)
def test_all_entries_and_their_gradients(mse_loss, drawn):
    n, k, numbers = drawn
    pred, y = (torch.tensor(numbers[a : a + n * k], dtype=torch.float32).reshape(n, k) for a in (0, 12))
    pred.requires_grad_()
    loss = mse_loss(pred, y)
    assert loss.ndim == 0
    assert torch.isclose(loss, sum((p - t) ** 2 for p, t in zip(pred.flatten(), y.flatten())) / (n * k), rtol=1e-4)
    loss.backward()
    assert torch.allclose(pred.grad, 2 * (pred - y).detach() / (n * k), rtol=1e-4, atol=1e-6)
