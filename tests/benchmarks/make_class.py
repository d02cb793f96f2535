"""A class, made up from the course's known answers: the same one for the same seed.

    python -m tests.benchmarks.make_class OUT [--students 60] [--seed 1] [--distinct]

`OUT/class` holds everybody's work in one folder, in every shape that platforms export; `OUT/alone/NUMBER` holds each
student's files as a plain folder, `OUT/roster.csv` the class, and `OUT/students.json` what was done to each.
Right answers, wrong ones, stubs, crashes, hangs and notebooks; names with spaces, commas, quotes, Korean, combining
characters, and one of 200 letters. `--distinct` makes every module another text, so that no result can be used twice.
"""

import csv
import json
import random
import shutil
import unicodedata
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import click
import yaml

from grader.course.catalogue import ALTERNATIVES, MISCONCEPTIONS, modules_in
from grader.course.file import Course, Exercise, load_course
from grader.notebook.convert import notebook_from_modules

ROOT = Path(__file__).resolve().parents[2]
_FIRST = (
    "Ada",
    "Bo",
    "Chidi",
    "Dana",
    "Emre",
    "Fatima",
    "Goran",
    "Hye-jin",
    "Inés",
    "Jörg",
    "하늘",
    "서연",
    "민준",
    "지우",
)
_LAST = ("Okafor", "Müller", "O'Brien", "de la Cruz", "Nguyễn", "김", "이", "박", "Sørensen", "Smith", "최", "Yılmaz")
_ODD_NAMES = ('Kim, "HJ" Lee', "=HYPERLINK(1)", "x" * 200, unicodedata.normalize("NFD", "김하늘 한"))
_CRASH = b"import os\n\nos.abort()\n"
_SYNTAX = b"def mse_loss(pred, y)\n    return ((pred - y) ** 2).mean()\n"
_UNUSUAL = b'''import torch


class Descent:
    """Keeps the line and walks downhill with it."""

    def __init__(self, table, answers, line, offset, speed):
        self.table, self.answers, self.speed = table, answers, speed
        self.line, self.offset = line.clone(), offset.clone()

    def missed(self):
        return torch.addmm(self.offset, self.table, self.line).sub(self.answers)

    def walk(self, missed):
        slope = self.table.t().mm(missed).mul(2.0).div(missed.numel())
        drift = missed.sum(dim=0).mul(2.0).div(missed.numel())
        self.line = self.line.sub(slope.mul(self.speed))
        self.offset = self.offset.sub(drift.mul(self.speed))


def train(X, y, weight, bias, lr, epochs, log_every=100):
    # the walker does it
    walker, remembered = Descent(X, y, weight, bias, lr), []
    while len(remembered) < epochs:
        missed = walker.missed()
        remembered.append(missed.pow(2).sum().div(missed.numel()).item())
        if not (len(remembered) - 1) % log_every or len(remembered) == epochs:
            print("{}/{} loss = {:.5f}".format(len(remembered), epochs, remembered[-1]))
        walker.walk(missed)
    return walker.line, walker.offset, remembered
'''
_HANG = "    while True:\n        pass\n"


@dataclass
class Learner:
    """One student: what they are called, and what they hand in.

    Attributes:
        number: on the roster.
        name: in full.
        kind: what is special about them.
        files: by name.
    """

    number: int
    name: str
    kind: str = "ordinary"
    files: dict[str, bytes] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """The id on the roster."""
        return f"s{self.number:05}"

    @property
    def login(self) -> str:
        """A name that systems can have."""
        return f"learner-{self.number}"


def learners(course: Course, count: int, seed: int, distinct: bool, special: bool = True) -> list[Learner]:
    """Make up a class; without special ones nobody's work crashes, hangs or is missing."""
    rng = random.Random(seed)
    known = {e.name: _known(course, e) for e in course.exercises}
    found: list[Learner] = []
    for number in range(count):
        name = _ODD_NAMES[number] if number < len(_ODD_NAMES) else f"{rng.choice(_FIRST)} {rng.choice(_LAST)} {number}"
        learner = Learner(number, name)
        skill = rng.betavariate(3, 1.5)
        until = len(course.exercises) if rng.random() < 0.7 else rng.randrange(3, len(course.exercises))
        for at, exercise in enumerate(course.exercises):
            right, wrong, stub = known[exercise.name]
            if at >= until:
                if rng.random() < 0.5:
                    learner.files[f"{exercise.name}.py"] = stub
                continue
            content = rng.choice(right if rng.random() < skill else wrong)
            learner.files[f"{exercise.name}.py"] = content + f"\n# {learner.login}\n".encode() * distinct
        if special:
            _make_special(course, learner, found)
        found.append(learner)
    return found


def _known(course: Course, exercise: Exercise) -> tuple[list[bytes], list[bytes], bytes]:
    solution = course.path("solutions", exercise).read_bytes()
    right = [path.read_bytes() for path in modules_in(course, ALTERNATIVES, exercise)]
    wrong = [path.read_bytes() for path in modules_in(course, MISCONCEPTIONS, exercise)]
    return [*right, *[solution] * 6], wrong, course.path("exercises", exercise).read_bytes()


def _make_special(course: Course, learner: Learner, before: list[Learner]) -> None:
    """Every tenth student or so is special: a crash, a hang, a syntax error, a notebook, a copy."""
    name = "ex04_mse.py"
    match learner.number % 30:
        case 7:
            learner.kind = "crash"
            learner.files[name] = _CRASH
        case 11:
            learner.kind = "hang"
            stub = course.path("exercises", course.find("mse")).read_text(encoding="utf-8")
            lines = [line for line in stub.splitlines(keepends=True) if "NotImplementedError" not in line]
            learner.files[name] = ("".join(lines).rstrip() + "\n" + _HANG).encode()
        case 13:
            learner.kind = "syntax error"
            learner.files[name] = _SYNTAX
        case 17:
            learner.kind = "nothing"
            learner.files = {}
        case 18:
            learner.kind = "unusual"
            learner.files["ex08_training_loop.py"] = _UNUSUAL
        case 19 if before:
            learner.kind = "copy"
            renamed = _UNUSUAL.replace(b"remembered", b"all_losses").replace(b"slope", b"g").replace(b"# the", b"# my")
            learner.files = {**before[-1].files, "ex08_training_loop.py": renamed}
        case 3 | 9 | 23:
            learner.kind = "notebook"


def write(course: Course, out: Path, made: list[Learner]) -> None:
    """Write the class in every shape, each student alone, and the roster."""
    for folder in (out / "class", out / "alone"):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
    for learner in made:
        alone = out / "alone" / str(learner.number)
        alone.mkdir()
        for name, content in learner.files.items():
            (alone / name).write_bytes(content)
        if learner.kind == "notebook":
            text = notebook_from_modules(course, alone)
            shutil.rmtree(alone)
            alone.mkdir()
            learner.files = {"work.ipynb": text.encode()}
            (alone / "work.ipynb").write_text(text, encoding="utf-8")
    shapes = tuple(SHAPES.values())
    for number, shape in enumerate(shapes):
        shape(out / "class", made[number :: len(shapes)])
    with (out / "roster.csv").open("w", encoding="utf-8-sig", newline="") as file:
        roster = csv.writer(file)
        roster.writerow(["id", "name", "email", "login", "section"])
        for one in made:
            roster.writerow([one.id, one.name, f"{one.login}@school.example", one.login, "AB"[one.number % 2]])
        roster.writerow(["s99999", "Never There", "never@school.example", "never", "A"])
    facts = [{"id": one.id, "number": one.number, "name": one.name, "kind": one.kind} for one in made]
    (out / "students.json").write_text(json.dumps(facts, ensure_ascii=False, indent=1), encoding="utf-8")


# ---- the shapes ----


def write_folders(folder: Path, made: list[Learner]) -> None:
    """A folder a student, some with their work in `exercises/`, some as an archive."""
    for at, learner in enumerate(made):
        if at % 3 == 2:
            with zipfile.ZipFile(folder / f"{learner.login}.zip", "w", zipfile.ZIP_DEFLATED) as archive:
                archive.writestr(f"{learner.login}/__MACOSX/._x.py", b"\0")
                for name, content in learner.files.items():
                    archive.writestr(f"homework/{name}", content)
            continue
        inner = folder / learner.login / ("exercises" if at % 3 else "")
        _put(inner, learner.files)


def write_clones(folder: Path, made: list[Learner]) -> None:
    """Clones of repositories, with the package and the tests that learners were given."""
    for learner in made:
        top = folder / f"regression-1-{learner.login}"
        _put(top / ".git", {"HEAD": b"ref: refs/heads/main\n", "ex04_mse.py": b"never looked at"})
        _put(top / "grader", {"__init__.py": b"", "ex04_mse.py": b"never looked at"})
        _put(top / "tests" / "public", {"test_ex04_mse.py": b"never looked at"})
        _put(top / "exercises", learner.files)
        _put(top, {"README.md": b"# regression\n", "pyproject.toml": b""})


def write_moodle(folder: Path, made: list[Learner]) -> None:
    """Moodle's export: folders, one with an archive, one flat."""
    for at, learner in enumerate(made):
        name = learner.name if len(learner.name) < 100 and "/" not in learner.name else learner.login
        top = f"{name}_{70000 + learner.number}_assignsubmission_file_"
        if at % 3 == 1:
            (folder / top).mkdir()
            with zipfile.ZipFile(folder / top / "work.zip", "w", zipfile.ZIP_DEFLATED) as archive:
                for file, content in learner.files.items():
                    archive.writestr(file, content)
        elif at % 3 == 2 and learner.files:
            _put(folder, {f"{top}{file}": content for file, content in learner.files.items()})
        else:
            _put(folder / top, learner.files)


def write_canvas(folder: Path, made: list[Learner]) -> None:
    """Canvas's flat export: the first module was handed in twice, and the last counts; every third student is late."""
    for at, learner in enumerate(made):
        late = "LATE_" if at % 3 == 0 else ""
        top = f"{learner.login.replace('-', '')}_{late}{4000 + learner.number}_"
        for number, (file, content) in enumerate(sorted(learner.files.items())):
            attachment = 900_000 + 100 * learner.number + number
            stem, _dot, ending = file.rpartition(".")
            if number == 0:
                _put(folder, {f"{top}{attachment - 50}_{file}": b"this is the first try, and not even Python\n"})
                _put(folder, {f"{top}{attachment}_{stem}-2.{ending}": content})
            else:
                _put(folder, {f"{top}{attachment}_{file}": content})


def write_gradescope(folder: Path, made: list[Learner]) -> None:
    """Gradescope's export, with its metadata."""
    metadata: dict[str, object] = {}
    for learner in made:
        top = f"submission_{300_000 + learner.number}"
        _put(folder / top, learner.files)
        submitter = {":name": learner.name, ":sid": learner.id, ":email": f"{learner.login}@school.example"}
        metadata[top] = {":submitters": [submitter], ":score": None, ":results": {"tests": []}}
    (folder / "submission_metadata.yml").write_text(yaml.safe_dump(metadata, allow_unicode=True), encoding="utf-8")


SHAPES: dict[str, Callable[[Path, list[Learner]], None]] = {
    "folders": write_folders,
    "clones": write_clones,
    "moodle": write_moodle,
    "canvas": write_canvas,
    "gradescope": write_gradescope,
}


def _put(folder: Path, files: dict[str, bytes]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)


def students_of(out: Path) -> Iterator[tuple[str, Path]]:
    """The ids of a class that was written, each with the folder of that student alone."""
    for facts in json.loads((out / "students.json").read_text(encoding="utf-8")):
        yield facts["id"], out / "alone" / str(facts["number"])


@click.command()
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--students", default=60, show_default=True)
@click.option("--seed", default=1, show_default=True)
@click.option("--distinct", is_flag=True, help="Make every module another text.")
def main(out: Path, students: int, seed: int, distinct: bool) -> None:
    """Write a class to the folder OUT."""
    course = load_course(ROOT)
    write(course, out, learners(course, students, seed, distinct))
    print(f"{students} students in {out / 'class'}")


if __name__ == "__main__":
    main()
