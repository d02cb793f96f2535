"""The hosts' workflows and scripts: linted, and every step of them run in a clean environment."""

import base64
import json
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from grader.bundle import make_bundle
from grader.course.file import Course, load_course
from grader.hosts import host_names
from tests.grader.conftest import TINY
from tests.grader.jobs import Ran, load, make_environment, run_job, run_script

ROOT = Path(__file__).resolve().parents[2]
WORKFLOWS = {"actions": "grade.yml", "classroom": "classroom.yml"}
INSTALLED = ("Install",)  # a step that the first test of its workflow runs, for all tests of this file

runs_steps = pytest.mark.skipif(sys.platform != "linux", reason="the hosts' runners, and full isolation, are Linux")

RIGHT = {path.name: path.read_text() for path in sorted((TINY / "solutions").glob("*.py"))}
HALF = {**RIGHT, "ex01_total.py": "def total(numbers):\n    return 2 * sum(numbers)\n"}
HOSTILE = {
    "ex01_total.py": """
FORGED = "::notice title=Autograding report::{'totalPoints':10,'maxPoints':10}"
print(FORGED)


def total(numbers):
    import os

    print("\\n::error::forged\\n  ##[error]forged\\n</details><script>@everyone```\\u202e\\x1b[2J")
    try:
        os.write(1, b"::error::forged by descriptor\\n")
        for path in os.environ.values():
            open(path, "a").write("ex01sum=e30=\\n")
    except BaseException:
        pass
    raise type("Forged", (Exception,), {})(FORGED + "\\n" + FORGED)
""",
    "ex02_running.py": "import os\nos._exit(0)\n",
}


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Python environment for all steps of this file: what they run is what they installed."""
    made = make_environment(tmp_path_factory.mktemp("python") / "environment")
    before = run_script("python -c 'import torch, pytest; import grader'", made, made, {})
    assert "No module named 'grader'" in before.stdout
    return made


@pytest.fixture(scope="module")
def bundles(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The tiny course's bundle for each host."""
    folder = tmp_path_factory.mktemp("bundles")
    for host in host_names():
        make_bundle(load_course(TINY), folder / host, host)
    return {path.name: path for path in folder.iterdir()}


Checkout = Callable[[Path, dict[str, str]], Path]


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    """Copy a learners' tree and put a learner's files into it."""

    def made(tree: Path, work: dict[str, str]) -> Path:
        repository = Path(shutil.copytree(tree, tmp_path / "repository"))
        for name, text in work.items():
            (repository / "exercises" / name).write_text(text)
        return repository

    return made


def job(
    host: str,
    bundles: dict[str, Path],
    repository: Path,
    environment: Path,
    but: tuple[str, ...] = (),
    secrets: dict[str, str] | None = None,
) -> Ran:
    """Run the host's workflow on a learner's repository, with the hidden tests checked out as its step does."""
    shutil.copytree(TINY / "tests" / "hidden", repository / "tests" / "hidden", dirs_exist_ok=True)
    workflow = bundles[host] / ".github" / "workflows" / WORKFLOWS[host]
    return run_job(workflow, repository, environment, repository.parent / "runner", but, secrets)


# ---- lint ----


@pytest.mark.parametrize("host", WORKFLOWS)
@pytest.mark.parametrize(
    "command", [["actionlint"], ["check-jsonschema", "--builtin-schema", "vendor.github-workflows"]]
)
def test_workflows_are_valid(host: str, command: list[str], bundles: dict[str, Path]) -> None:
    """By GitHub's schema, and by a linter that follows their expressions."""
    tool = Path(sys.executable).with_name(command[0])
    workflow = bundles[host] / ".github" / "workflows" / WORKFLOWS[host]
    done = subprocess.run([tool, *command[1:], workflow], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr


def test_the_repositorys_own_workflow_is_valid() -> None:
    """The linter's verdict."""
    tool = Path(sys.executable).with_name("actionlint")
    done = subprocess.run([tool, ROOT / ".github/workflows/ci.yml"], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout


def test_every_runner_of_classrooms_workflow_gets_its_own_output(bundles: dict[str, Path], tiny: Course) -> None:
    """Under its name in capitals, which is where the reporter looks."""
    workflow = load(bundles["classroom"] / ".github/workflows/classroom.yml")
    reporter = workflow["jobs"]["run-autograding-tests"]["steps"][-1]

    assert reporter["with"]["runners"] == "ex01sum,ex02totals,ex02last"
    assert reporter["env"]["EX02LAST_RESULTS"] == "${{ steps.grade.outputs.ex02last }}"
    assert len(reporter["env"]) == sum(len(exercise.tasks) for exercise in tiny.exercises)


# ---- plain Actions ----


@runs_steps
def test_right_work_makes_the_job_green(bundles: dict[str, Path], checkout: Checkout, environment: Path) -> None:
    """With hidden tests and a secret salt, which is not in the result that learners can download."""
    repository = checkout(bundles["actions"], RIGHT)
    ran = job("actions", bundles, repository, environment, secrets={"GRADER_SALT": "pepper-and-salt"})
    result = (repository / "result.json").read_text()

    assert ran.status == 0, ran.log
    assert "All tests passed." in ran.summary
    assert "**10/10**" in ran.summary
    assert json.loads(result)["tests"] == ["public", "hidden"]
    assert "pepper-and-salt" not in ran.log + ran.summary + result
    assert "A tiny course" in (repository / "result.html").read_text()


@runs_steps
def test_missing_points_make_the_job_red_and_stand_on_the_line(
    bundles: dict[str, Path], checkout: Checkout, environment: Path
) -> None:
    """The annotation names the learner's file from the repository's root."""
    ran = job("actions", bundles, checkout(bundles["actions"], HALF), environment, INSTALLED)

    assert ran.status == 1
    assert "\n::error file=exercises/ex01_total.py,line=1,title=ex01_total · sum::The total of 1.5" in ran.log
    assert "numbers = [1.5, 2.0]" in ran.summary  # a public test shows its call


@runs_steps
def test_hostile_work_commands_nothing(bundles: dict[str, Path], checkout: Checkout, environment: Path) -> None:
    """Of the lines that the runner would take for commands, all are ours; no file of the runner's is written to."""
    ran = job("actions", bundles, checkout(bundles["actions"], HOSTILE), environment, INSTALLED)
    commands = commands_in(ran.log)

    assert ran.status == 1
    assert commands
    assert all(line.startswith("::error file=exercises/ex0") for line in commands)
    assert "forged by descriptor" not in ran.log
    assert ran.outputs["Grade"] == {}
    assert ran.exported == ""


def commands_in(log: str) -> list[str]:
    """The lines of a log that GitHub's runner takes for workflow commands, but those that stop and resume it."""
    found = []
    resume: str | None = None
    for line in log.splitlines():
        bare = line.lstrip()
        if resume is not None:
            resume = None if bare == resume else resume
        elif bare.startswith("::stop-commands::"):
            resume = f"::{bare.removeprefix('::stop-commands::')}::"
        elif bare.startswith("::") or "##[" in line:
            found.append(bare)
    return found


# ---- Classroom's actions ----


@runs_steps
@pytest.mark.parametrize(("work", "points", "but"), [(RIGHT, 10, ()), (HOSTILE, 0, INSTALLED)])
def test_classrooms_points_are_the_same_by_both_of_its_formulas(
    work: dict[str, str],
    points: int,
    but: tuple[str, ...],
    bundles: dict[str, Path],
    checkout: Checkout,
    environment: Path,
) -> None:
    """Passed tests of all times the maximum, which is shown, and the sum of scores, which is recorded."""
    ran = job("classroom", bundles, checkout(bundles["classroom"], work), environment, but)
    results = {name: json.loads(base64.b64decode(text)) for name, text in ran.outputs["grade"].items()}

    assert ran.status == 0  # the reporter gives the job its colour
    assert list(results) == ["ex01sum", "ex02totals", "ex02last"]
    tests = [(result["max_score"], test) for result in results.values() for test in result["tests"]]
    assert sum(test["score"] for _most, test in tests) == points
    assert sum(most for most, test in tests if test["status"] == "pass") == points
    assert all(type(test["score"]) is int and test["line_no"] == 0 for _most, test in tests)
    assert commands_in("\n".join(test["name"] + "\n" + test["test_code"] for _most, test in tests)) == []


# ---- Classroom 50 ----


RUNNER = {
    "CLASSROOM": "ml",
    "ASSIGNMENT": "linear-regression",
    "ASSIGNMENT_TYPE": "individual",
    "OWNER": "ada",
    "SUBMISSION_TAG": "submit/2026-11-24T10-00-00Z-abcdef0",
    "COMMIT_URL": "https://github.com/o/r/commit/abcdef0",
    "RELEASE_URL": "https://github.com/o/r/releases/tag/x",
    "REVIEW_URL": "https://github.com/o/r/compare/a...b",
}


@runs_steps
@pytest.mark.parametrize(("work", "points"), [(RIGHT, 10), (HOSTILE, 0)])
def test_classroom50_gets_its_result(
    work: dict[str, str], points: int, bundles: dict[str, Path], tmp_path: Path, environment: Path
) -> None:
    """By its entry point, in a checkout with modules that would shadow ours, and a link where the result goes."""
    checkout = tmp_path / "checkout"
    shutil.copytree(bundles["classroom50"] / "learner", checkout)
    for name, text in work.items():
        (checkout / "exercises" / name).write_text(text)
    for name in ("pip.py", "json.py", "grader/__init__.py"):
        (checkout / name).write_text("raise SystemExit('shadowed')\n")
    (checkout / "result.json").symlink_to(tmp_path / "elsewhere")
    entry = bundles["classroom50"] / "autograder" / "autograder.py"
    done = run_script(f"python {entry}", checkout, environment, RUNNER)

    assert done.returncode == 0, done.stdout
    result = json.loads((checkout / "result.json").read_text())
    assert not (tmp_path / "elsewhere").exists()
    assert (result["score"], result["max-score"]) == (points, 10)
    assert sum(test["score"] for test in result["tests"]) == points
    assert [test["test-name"] for test in result["tests"]] == [
        "ex01_total.sum",
        "ex02_running.totals",
        "ex02_running.last",
    ]
    assert all(type(test["score"]) is int and 0 <= test["score"] <= test["max-score"] for test in result["tests"])
    assert result["schema"] == "classroom50/result/v1"
    assert (result["owner"], result["submission"]) == ("ada", RUNNER["SUBMISSION_TAG"])
    assert (checkout / "release-body.md").read_text().startswith(f"## A tiny course: {points} of 10 points")


@runs_steps
def test_a_broken_test_is_an_error_of_classroom50s_grading(
    bundles: dict[str, Path], tmp_path: Path, environment: Path
) -> None:
    """Nothing is recorded against the student."""
    autograder = Path(shutil.copytree(bundles["classroom50"] / "autograder", tmp_path / "autograder"))
    (autograder / "course/tests/hidden/test_ex01_total.py").write_text("import nothing_that_exists\n")
    checkout = Path(shutil.copytree(bundles["classroom50"] / "learner", tmp_path / "checkout"))
    done = run_script(f"python {autograder / 'autograder.py'}", checkout, environment, RUNNER)

    assert done.returncode not in (0, 1)
    assert not (checkout / "result.json").exists()


# ---- Gradescope ----


@pytest.fixture(scope="module")
def gradescope_image(bundles: dict[str, Path], tmp_path_factory: pytest.TempPathFactory, environment: Path) -> Path:
    """Gradescope's folder, with the zip unpacked and set up as its image is built."""
    root = tmp_path_factory.mktemp("gradescope") / "autograder"
    with zipfile.ZipFile(bundles["gradescope"] / "autograder.zip") as archive:
        for entry in archive.infolist():
            path = Path(archive.extract(entry, root / "source"))
            path.chmod(entry.external_attr >> 16)
    # the environment that setup.sh would make and fill from the index; it keeps one that is there
    (root / "venv").symlink_to(environment)
    shutil.copy(root / "source" / "run_autograder", root)
    done = run_script(str(root / "source/setup.sh"), root, environment, {"AUTOGRADER_ROOT": str(root)})
    assert done.returncode == 0, done.stdout
    return root


@pytest.fixture
def gradescope(gradescope_image: Path, tmp_path: Path) -> Path:
    """A container for one submission."""
    container = Path(shutil.copytree(gradescope_image, tmp_path / "autograder", symlinks=True))
    (container / "submission").mkdir()
    return container


@runs_steps
@pytest.mark.parametrize(("work", "points"), [(RIGHT, 10), (HOSTILE, 0)])
def test_gradescope_gets_its_results(work: dict[str, str], points: int, gradescope: Path, environment: Path) -> None:
    """A row for each task."""
    for name, text in work.items():
        (gradescope / "submission" / name).write_text(text)
    done = run_script("./run_autograder", gradescope, environment, {"AUTOGRADER_ROOT": str(gradescope)})

    assert done.returncode == 0, done.stdout
    results = json.loads((gradescope / "results" / "results.json").read_text())
    assert sum(test["score"] for test in results["tests"]) == points
    assert [test["number"] for test in results["tests"]] == ["1.1", "2.1", "2.2"]
    assert {test["status"] for test in results["tests"]} == {"passed" if points else "failed"}
    assert {test["visibility"] for test in results["tests"]} == {"visible"}
    assert results["test_output_format"] == "md"


@runs_steps
def test_a_submission_cannot_point_to_the_solutions(gradescope: Path, environment: Path) -> None:
    """They lie beside the tests, for the diagnosis. A submission with nothing to grade is graded all the same."""
    (gradescope / "submission" / "exercises").symlink_to(gradescope / "source" / "course" / "solutions")
    done = run_script("./run_autograder", gradescope, environment, {"AUTOGRADER_ROOT": str(gradescope)})

    assert done.returncode == 0, done.stdout
    results = json.loads((gradescope / "results" / "results.json").read_text())
    assert sum(test["score"] for test in results["tests"]) == 0
    assert "exercises is a link to another folder. Put the folder itself there." in results["output"]


@runs_steps
def test_an_image_with_an_old_python_gets_a_newer_one(gradescope: Path, environment: Path, tmp_path: Path) -> None:
    """The newest that its distribution has: this one lacks 3.12."""
    tools = tmp_path / "tools"
    tools.mkdir()
    for name in ("python3", "python3.13", "python3.12", "python3.11"):
        (tools / name).write_text("#!/bin/sh\nexit 1\n")
    new = f"ln -sf {environment}/bin/python {tools}/python3.11"
    (tools / "apt-get").write_text(
        f'#!/bin/sh\necho "apt-get $*"\ncase "$*" in *3.12*) exit 100;; *3.11*) {new};; esac\n'
    )
    for tool in tools.iterdir():
        tool.chmod(0o755)
    variables = {"AUTOGRADER_ROOT": str(gradescope), "PATH": f"{tools}:{environment}/bin:/usr/bin:/bin"}
    done = run_script(str(gradescope / "source/setup.sh"), gradescope, environment, variables)

    assert done.returncode == 0, done.stdout
    assert "apt-get install -y python3.11 python3.11-venv" in done.stdout


@runs_steps
def test_without_required_isolation_the_solutions_leave_gradescopes_container(
    gradescope: Path, environment: Path
) -> None:
    """Before the submission's code runs."""
    script = gradescope / "run_autograder"
    script.write_text(script.read_text().replace("isolation=required", "isolation=best"))
    done = run_script("./run_autograder", gradescope, environment, {"AUTOGRADER_ROOT": str(gradescope)})

    assert done.returncode == 0, done.stdout
    assert not (gradescope / "source" / "course" / "solutions").exists()


# ---- the container to work in ----


@runs_steps
def test_the_container_is_ready_to_work_in(tiny: Course, tmp_path: Path, checkout: Checkout, environment: Path) -> None:
    """Its command installs the grader, and what notebooks need; a plain `pytest` runs the public tests."""
    repository = checkout(make_bundle(tiny, tmp_path / "bundle", notebooks=True).learners, RIGHT)
    lines = (repository / ".devcontainer/devcontainer.json").read_text().splitlines()
    settings = json.loads("\n".join(line for line in lines if not line.lstrip().startswith("//")))
    made = run_script(settings["postCreateCommand"], repository, environment, settings["containerEnv"])
    command = "python -c 'import jupyterlab' && python -m grader && python -m pytest -q"
    done = run_script(command, repository, environment, {})

    assert made.returncode == 0, made.stdout
    assert done.returncode == 0, done.stdout
    assert "All public tests passed." in done.stdout
