"""The trust boundary: what the judge and the worker never have in their processes."""

import subprocess
import sys
from pathlib import Path

from grader.pipe.frames import Call, Returned
from grader.pipe.pool import Workers
from grader.source.module import Source, parse
from tests.grader.conftest import TINY

ROOT = Path(__file__).resolve().parents[2]
GRADE_AND_LOOK = f"""
import sys
from pathlib import Path
from grader import grade, load_course, read_submission
from grader.pipe.pool import Workers

course = load_course(Path({str(TINY)!r}))
with Workers(course.limits) as workers:
    document = grade(course, read_submission(course, course.root / "solutions"), workers)
assert document.points == 10
strangers = [name for name in sys.modules if name.split(".")[0] in ("torch", "ex01_total", "ex02_running")]
print(strangers)
"""


def test_the_judge_never_imports_torch_or_the_learners_modules() -> None:
    """After grading everything, neither is among its modules."""
    done = subprocess.run([sys.executable, "-c", GRADE_AND_LOOK], cwd=ROOT, capture_output=True, text=True, check=True)

    assert done.stdout == "[]\n"


def test_the_worker_has_neither_tests_nor_pytest(workers: Workers) -> None:
    """Nothing to patch, and no expected value to find."""
    text = b"import sys\ndef look(): return sorted(m.split('.')[0] for m in sys.modules)\n"
    source = parse("ex01_look", text)
    assert isinstance(source, Source)
    reply = workers.ask(source, Call("look", ()))

    assert isinstance(reply, Returned)
    assert not {"pytest", "_pytest", "hypothesis", "tests"} & set(reply.results[0].items)  # type: ignore[union-attr]


def test_the_courses_folder_is_not_on_the_workers_path(workers: Workers) -> None:
    """`import solutions` finds nothing."""
    text = b"def look():\n    import solutions.ex04_mse\n    return 1\n"
    source = parse("ex01_look", text)
    assert isinstance(source, Source)
    reply = workers.ask(source, Call("look", ()))

    assert getattr(reply, "exception", None) == "ModuleNotFoundError"
