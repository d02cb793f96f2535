"""Run the steps of a workflow as GitHub's runner does: same shell, same files, a clean environment."""

import re
import subprocess
import sys
import venv
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

# what a step's `pip` may reach: nothing, since all that it wants is there already, the build backend too
OFFLINE = {"PIP_NO_INDEX": "1", "PIP_EXTRA_INDEX_URL": "", "PIP_NO_BUILD_ISOLATION": "0"}
_EXPRESSION = re.compile(r"\$\{\{\s*([\w.-]+)\s*\}\}")


@dataclass
class Ran:
    """What the `run` steps of a job did.

    Attributes:
        status: of the last step that ran.
        log: what they printed, one after the other.
        summary: the job's page.
        outputs: of each step with an id.
        exported: what the steps wrote for the environment of later ones.
    """

    status: int = 0
    log: str = ""
    summary: str = ""
    outputs: dict[str, dict[str, str]] = field(default_factory=dict)
    exported: str = ""


def make_environment(folder: Path) -> Path:
    """Make a Python environment without the grader, in which all that it needs can be imported; returns its folder."""
    venv.create(folder, symlinks=True, with_pip=False)
    installed = next(path for path in sys.path if path.endswith("site-packages") and Path(path, "pytest").is_dir())
    (own,) = folder.glob("lib/python*/site-packages")
    # a path in a .pth is searched, but the .pth files in it, such as that of an editable install, are not read
    (own / "dependencies.pth").write_text(installed + "\n")
    return folder


def load(workflow: Path) -> dict[str, Any]:
    """Read a workflow."""
    found: dict[str, Any] = YAML(typ="safe").load(workflow.read_text(encoding="utf-8"))
    return found


def run_job(
    workflow: Path,
    repository: Path,
    environment: Path,
    scratch: Path,
    but: tuple[str, ...] = (),
    secrets: dict[str, str] | None = None,
) -> Ran:
    """Run the `run` steps of the workflow's only job, until one fails.

    Args:
        workflow: the file.
        repository: the checkout.
        environment: a folder that `make_environment` made; stands for what `setup-python` does.
        scratch: a folder for the runner's files.
        but: names of steps to leave out, because another test ran them in this environment.
        secrets: the repository's; one that is not there is empty, as on GitHub.
    """
    (job,) = load(workflow)["jobs"].values()
    known = {f"secrets.{name}": value for name, value in (secrets or {}).items()}
    scratch.mkdir(parents=True, exist_ok=True)
    files = {name: scratch / name.lower() for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY", "GITHUB_ENV")}
    ran = Ran()
    for step in job["steps"]:
        if "run" not in step or step["name"] in but:
            continue
        for path in files.values():
            path.write_text("")
        settings = {**job.get("env", {}), **step.get("env", {})}
        variables = {name: _EXPRESSION.sub(lambda m: known.get(m[1], ""), text) for name, text in settings.items()}
        done = run_script(
            step["run"],
            repository,
            environment,
            {**variables, **{name: str(path) for name, path in files.items()}, "GITHUB_WORKSPACE": str(repository)},
        )
        ran.status = done.returncode
        ran.log += done.stdout
        ran.summary += files["GITHUB_STEP_SUMMARY"].read_text(encoding="utf-8")
        ran.exported += files["GITHUB_ENV"].read_text(encoding="utf-8")
        ran.outputs[step.get("id", step["name"])] = _outputs(files["GITHUB_OUTPUT"])
        if ran.status:
            break
    return ran


def run_script(
    script: str, cwd: Path, environment: Path, variables: dict[str, str]
) -> "subprocess.CompletedProcess[str]":
    """Run a `run:` text in the runner's default shell, with stderr in the log as there."""
    home = environment / "home"
    home.mkdir(exist_ok=True)
    clean = {"PATH": f"{environment / 'bin'}:/usr/bin:/bin", "HOME": str(home), "CI": "true", "GITHUB_ACTIONS": "true"}
    clean["PYTHONDONTWRITEBYTECODE"] = "1"  # its packages lie where the suite's do, see conftest.py
    return subprocess.run(
        ["bash", "-e", "-c", script],
        cwd=cwd,
        env={**clean, **variables, **OFFLINE},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        check=False,
    )


def _outputs(path: Path) -> dict[str, str]:
    pairs = (line.partition("=") for line in path.read_text(encoding="utf-8").splitlines())
    return {name: value for name, _equals, value in pairs}
