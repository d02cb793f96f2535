"""The explorer in a real browser: dragged, stepped, reset and driven by keys, its numbers those of the oracles.

The screenshots are kept in `.artefacts/`, for people to look at.
"""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from grader.course.explorer import explorer_page
from grader.course.file import EXPLORER, load_course
from tests.browser.chromium import Page
from tests.hidden import oracles

ROOT = Path(__file__).resolve().parents[2]
ARTEFACTS = ROOT / ".artefacts"
DATA = (oracles.STUDY_HOURS, oracles.SCORES)
NUMBERS = ("weight", "bias", "lr", "loss", "grad-weight", "grad-bias", "steps")
_SHIFT = 8


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """A page with the explorer, opened from a file."""
    path = tmp_path_factory.mktemp("explorer") / "explore.html"
    path.write_text(explorer_page(load_course(ROOT)), encoding="utf-8")
    with Page(900, 1100) as page:
        page.open(path.as_uri())
        page.wait("document.querySelector('#loss')?.dataset.value", "the explorer")
        yield page


@pytest.fixture
def explorer(browser: Page) -> Page:
    """The same page as it is at the beginning."""
    browser.evaluate("document.activeElement.blur(); document.querySelector('#reset').click()")
    browser.evaluate("document.querySelector('#lr').value = 0.01")
    return browser


def state(page: Page) -> dict[str, float]:
    """All numbers that the page shows, as it computed them."""
    found: dict[str, float] = page.evaluate(
        f"Object.fromEntries({list(NUMBERS)}.map(id => [id, Number(document.getElementById(id).dataset.value)]))"
    )
    return found


def expect_oracles_numbers(now: dict[str, float]) -> None:
    """Loss and gradients are the oracles' for this weight and bias."""
    weight, bias = np.array([[now["weight"]]]), np.array([now["bias"]])
    gradients = [part.item() for part in oracles.gradients(*DATA, weight, bias)]
    assert now["loss"] == pytest.approx(oracles.mse(oracles.predict(DATA[0], weight, bias), DATA[1]), rel=1e-6)
    assert [now["grad-weight"], now["grad-bias"]] == pytest.approx(gradients, rel=1e-6, abs=1e-6)


def middle(page: Page, selector: str) -> tuple[float, float]:
    """The middle of an element in the window, which is scrolled to it."""
    x, y = page.evaluate(
        f"(box => [box.x + box.width / 2, box.y + box.height / 2])"
        f"((one => (one.scrollIntoView({{block: 'center'}}), one.getBoundingClientRect()))"
        f"(document.querySelector('{selector}')))"
    )
    return x, y


def drag(page: Page, selector: str, across: float, down: float) -> None:
    """Drag an element by so many pixels."""
    x, y = middle(page, selector)
    page.drag((x, y), (x + across, y + down))


def test_it_begins_with_the_numbers_of_the_pages(explorer: Page) -> None:
    """Weight 2, bias 1, loss 1441, gradients -164 and -70."""
    now = state(explorer)
    explorer.screenshot(ARTEFACTS / "explorer.png")

    assert [now[name] for name in NUMBERS] == pytest.approx([2, 1, 0.01, 1441, -164, -70, 0])


@pytest.mark.parametrize(
    ("selector", "moved", "kept"), [("#lift", "bias", "weight"), ("#tilt", "weight", "bias"), ("#walk", "weight", None)]
)
def test_dragging_changes_what_it_is_there_for(explorer: Page, selector: str, moved: str, kept: str | None) -> None:
    """One end of the line lifts it, the other turns it, and the point in the bowl changes both numbers."""
    before = state(explorer)
    drag(explorer, selector, across=60, down=-60)
    after = state(explorer)

    assert after[moved] > before[moved] + 1
    assert kept is None or after[kept] == before[kept]
    expect_oracles_numbers(after)


def test_steps_are_those_of_gradient_descent(explorer: Page) -> None:
    """One click is one step, another button ten; the loss before each is kept."""
    explorer.click(*middle(explorer, "#step"))
    for _ in range(3):
        explorer.click(*middle(explorer, "#ten"))
    now = state(explorer)
    right = oracles.descend(*DATA, np.array([[2.0]]), np.array([1.0]), 0.01, 31)

    assert now["steps"] == 31
    assert [now["weight"], now["bias"]] == pytest.approx([right.weight.item(), right.bias.item()], rel=1e-6)
    assert explorer.evaluate("state.history") == pytest.approx(right.history, rel=1e-6)
    expect_oracles_numbers(now)


def test_a_learning_rate_that_is_typed_is_used(explorer: Page) -> None:
    """And one that is too large is told to be, by the oracle's limit."""
    explorer.evaluate("document.querySelector('#lr').select()")
    explorer.write("0.19")
    said = explorer.evaluate("document.querySelector('#said').textContent")
    explorer.evaluate("document.activeElement.blur()")
    explorer.press("s", "KeyS", 83)
    now = state(explorer)
    right = oracles.descend(*DATA, np.array([[2.0]]), np.array([1.0]), 0.19, 1)

    assert f"not below {oracles.largest_stable_lr(DATA[0], 1):.3f}" in said
    assert [now["weight"], now["bias"]] == pytest.approx([right.weight.item(), right.bias.item()], rel=1e-6)


def test_everything_can_be_done_with_keys(explorer: Page) -> None:
    """Arrow keys move the point that has the focus, ten times as far with shift; s steps, t takes ten, r resets."""
    explorer.evaluate("document.querySelector('#walk').focus()")
    explorer.press("ArrowRight", "ArrowRight", 39, _SHIFT)
    explorer.press("ArrowDown", "ArrowDown", 40)
    moved = state(explorer)
    explorer.press("s", "KeyS", 83)
    explorer.press("t", "KeyT", 84)
    stepped = state(explorer)
    explorer.press("r", "KeyR", 82)

    assert (moved["weight"], moved["bias"]) == (12, 0)
    expect_oracles_numbers(moved)
    assert stepped["steps"] == 11
    expect_oracles_numbers(stepped)
    assert [state(explorer)[name] for name in ("weight", "bias", "steps")] == [2, 1, 0]


def test_every_control_can_be_reached_with_the_tab_key(explorer: Page) -> None:
    """From the first input on: the others, buttons, and the three points."""
    explorer.evaluate("document.querySelector('#weight').focus()")
    seen = []
    for _ in range(8):
        explorer.press("Tab", "Tab", 9)
        seen.append(explorer.evaluate("document.activeElement.id"))

    assert seen == ["bias", "lr", "step", "ten", "reset", "lift", "tilt", "walk"]


def test_the_page_is_small_and_asks_for_nothing() -> None:
    """No address in it, and a policy that forbids all but its own script and style."""
    text = (ROOT / EXPLORER).read_text(encoding="utf-8")

    assert len(text.encode()) < 20_000
    assert "default-src 'none'" in text
    assert "http" not in text.replace("http://www.w3.org/2000/svg", "").replace("http-equiv", "")
