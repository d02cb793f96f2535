"""The chart of losses: drawn where it helps, within its width, whatever the losses are."""

import math

import pytest

from grader.report.chart import chart
from grader.result.evidence import Curve

EXACT = tuple(1000 * 0.7**epoch for epoch in range(12))
INF, NAN = math.inf, math.nan


def drawn(
    returned: tuple[float, ...], expected: tuple[float, ...] = EXACT, width: int = 80, unicode: bool = True
) -> str:
    """The chart as plain text."""
    lines = chart(Curve.of("12 epochs", returned, expected), width, unicode)
    return "\n".join(line.plain.rstrip() for line in lines)


def test_a_loss_that_rises_is_drawn_above_the_exact_one_which_falls() -> None:
    """Losses over orders of magnitude stand on a logarithmic scale, an epoch every third column."""
    assert drawn(tuple(1000 * 1.3**epoch for epoch in range(12))) == (
        "12 epochs\n"
        "      │                                 ●\n"
        "10000 ┤                     ●  ●  ●  ●\n"
        "      │         ●  ●  ●  ●\n"
        " 1000 ┤●  ●  ●\n"
        "      │      ·  ·  ·\n"
        "  100 ┤               ·  ·  ·  ·\n"
        "      │                           ·  ·  ·\n"
        "      └──────────────────────────────────\n"
        "       epoch 1                         12\n"
        "       ● your loss   · exact loss"
    )


def test_a_terminal_without_unicode_gets_ascii() -> None:
    """The same lines in other characters."""
    assert drawn((1000.0,) * 12, unicode=False) == (
        "12 epochs\n"
        "1000 +x  x  x  x  x  x  x  x  x  x  x  x\n"
        "     |   .  .\n"
        "     |         .  .\n"
        "     |               .\n"
        " 100 +                  .  .\n"
        "     |                        .\n"
        "     |                           .  .\n"
        "     |                                 .\n"
        "     +----------------------------------\n"
        "      epoch 1                         12\n"
        "      x your loss   . exact loss"
    )


def test_losses_of_one_size_stand_on_a_linear_scale() -> None:
    """Where the largest is not many times the smallest."""
    exact = tuple(10.0 - epoch / 2 for epoch in range(12))

    assert drawn(tuple(10.0 - epoch / 4 for epoch in range(12)), exact).splitlines()[1:4] == [
        "10 ┤●  ●  ●",
        "   │      ·  ●  ●  ●  ●",
        " 8 ┤            ·  ·     ●  ●  ●  ●",
    ]


@pytest.mark.parametrize(
    "returned",
    [
        (1000.0, *[INF] * 11),
        (1000.0, *[NAN] * 11),
        (NAN,) * 12,
        tuple(1000 * 1e6**epoch for epoch in range(12)),
        (*(1000 * 1e30**epoch for epoch in range(10)), INF, NAN),
    ],
    ids=["inf", "nan", "nothing but nan", "a million times an epoch", "to inf and nan"],
)
def test_a_loss_that_leaves_the_chart_is_marked_at_its_top(returned: tuple[float, ...]) -> None:
    """The exact curve keeps its shape, however far the other one goes."""
    text = drawn(returned)

    assert "↑ your loss, too large to draw" in text
    assert sum("·" in line for line in text.splitlines()[:-1]) >= 2
    assert len(text.splitlines()) <= 13


@pytest.mark.parametrize("returned", [(0.0,) * 12, (1000.0, *[0.0] * 11), (1000.0, *[1e-30] * 11), (-5.0,) * 12])
def test_a_loss_of_zero_or_below_is_drawn_at_the_bottom(returned: tuple[float, ...]) -> None:
    """No logarithm of it is taken."""
    bottom = drawn(returned).splitlines()[-4]

    assert bottom.count("●") >= 11


@pytest.mark.parametrize(
    ("returned", "expected"),
    [
        (EXACT, EXACT),
        (tuple(1.001 * loss for loss in EXACT), EXACT),
        (EXACT[1:], EXACT),
        ((), EXACT),
        (tuple(2 * loss for loss in EXACT[:4]), EXACT),
        ((5.0,) * 4, EXACT[:4]),
        ((0.0,) * 12, (0.0,) * 12),
        ((1.0,) * 12, (0.0,) * 12),
        ((NAN,) * 12, (NAN,) * 12),
        ((), ()),
    ],
    ids=[
        "the same",
        "nearly the same",
        "one short and shifted",
        "empty",
        "far too short",
        "four epochs",
        "all zero",
        "exact zero",
        "no numbers",
        "nothing",
    ],
)
def test_nothing_is_drawn_where_it_would_not_help(returned: tuple[float, ...], expected: tuple[float, ...]) -> None:
    """Few epochs, no visible difference, or nothing to compare."""
    assert drawn(returned, expected) == ""


@pytest.mark.parametrize("epochs", [5, 12, 60, 1000])
@pytest.mark.parametrize("width", [40, 60, 200])
def test_the_chart_keeps_within_the_width(epochs: int, width: int) -> None:
    """Many epochs share columns; a wide terminal is not filled."""
    exact = tuple(1000 * 0.9 ** (epoch / epochs * 30) for epoch in range(epochs))

    lines = drawn((1000.0,) * epochs, exact, width).splitlines()

    assert lines
    assert max(map(len, lines)) <= min(width, 72)


def test_a_terminal_that_is_too_narrow_gets_none() -> None:
    """Rather than one that cannot be read."""
    assert drawn((1000.0,) * 12, width=25) == ""
