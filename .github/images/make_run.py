"""Make `run.svg` and `run.ko.svg`, the READMEs' pictures: a real run on real files, printed by the real report.

python .github/images/make_run.py
"""

import html
import io
import re
import shutil
import tempfile
from pathlib import Path

from rich.console import Console

from grader.course.file import load_course
from grader.course.translation import speak
from grader.judge.run import grade
from grader.language.width import columns
from grader.pipe.pool import Workers
from grader.report.telling import tell
from grader.report.terminal import print_report
from grader.submission.finding import read_submission

ROOT = Path(__file__).resolve().parents[2]
SOLVED = 3  # exercises that the learner of the picture has finished
_LENGTH = re.compile(r'textLength="(?P<length>[\d.]+)"(?P<between>[^>]*)>(?P<letters>[^<]+)</text>')
MISTAKE = ROOT / "tests" / "misconceptions" / "ex04_mse" / "sum_instead_of_mean.py"


def main() -> None:
    """Make the picture in each language."""
    for language, name in (("en", "run.svg"), ("ko", "run.ko.svg")):
        make(language, Path(__file__).with_name(name))


def make(language: str, path: Path) -> None:
    """Grade three solutions, one wrong answer and one stub, and save what is printed."""
    course = speak(load_course(ROOT), language)
    shown = course.exercises[: SOLVED + 2]
    with tempfile.TemporaryDirectory() as folder, Workers(course.limits) as workers:
        for exercise in shown[:SOLVED]:
            shutil.copy(course.path("solutions", exercise), folder)
        shutil.copy(MISTAKE, Path(folder) / f"{shown[SOLVED].name}.py")
        shutil.copy(course.path("exercises", shown[-1]), folder)
        document = grade(course, read_submission(course, Path(folder), shown), workers, shown)
    console = Console(record=True, width=100, highlight=False, file=io.StringIO(), force_terminal=True)
    console.print("$ python -m grader 1 2 3 4 5", style="bold")
    print_report(tell(document, course, [exercise.name for exercise in shown]), console)
    console.print()  # what hangs below the last line is cut off
    path.write_text(_LENGTH.sub(_in_columns, console.export_svg(title="grader")), encoding="utf-8")


def _in_columns(text: re.Match[str]) -> str:
    """A text as wide as a terminal shows it: rich lays it out by columns and counts its letters for this."""
    letters = html.unescape(text["letters"])
    length = float(text["length"]) / len(letters) * columns(letters)
    return f'textLength="{length:g}"{text["between"]}>{text["letters"]}</text>'


if __name__ == "__main__":
    main()
