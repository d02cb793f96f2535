"""What learners get: the exercises, the public tests, the grader, and what their host needs beside them."""

import json
from pathlib import PurePosixPath

from grader.bundle.files import Files, course_files, grader_files, test_files
from grader.bundle.texts import template
from grader.course.file import Course
from grader.hosts.classroom import runner_ids
from grader.notebook.build import as_text, build_notebook
from grader.submission.places import NOTEBOOK

_HIDDEN = (
    "The hidden tests in `tests/hidden/` are here too: open them when you are stuck for good, "
    "since they show what is checked."
)
_NOT_HIDDEN = (
    "Further tests are hidden. They ask for nothing that the pages do not say, and run when your work is handed in."
)
_NOTEBOOK = """
Or work in a notebook, which holds the pages, cells to fill in and checks; what it defines is graded like the files:

    pip install -e '.[notebook]' && jupyter lab exercises/{file}
"""
_PUSH = "Every push is graded on GitHub. Open *Actions*, then the newest run: its summary is the report"
_HOSTS = {
    "actions": f"{_PUSH}, and notes stand on the lines of your files.",
    "classroom": f"{_PUSH}.",
    "classroom50": "Every submission is graded on GitHub. Its release, on your repository's page, is the report.",
    "gradescope": "Hand in the files of `exercises/` on Gradescope; the report appears there.",
}


def learner_files(course: Course, host: str, include_hidden: bool, notebooks: bool) -> Files:
    """Return the learners' repository as a fresh tree, without solutions, misconceptions and history."""
    notebook = f"{course.name}{NOTEBOOK}" if notebooks else ""
    files = course_files(course) | test_files(course, include_hidden) | grader_files(course)
    files[PurePosixPath("README.md")] = _readme(course, host, include_hidden, notebook).encode()
    files[PurePosixPath(".gitignore")] = template("gitignore").encode()
    container = template(
        "devcontainer.json",
        title=course.title,
        first=notebook or f"{course.exercises[0].name}.py",
        extra="[notebook]" if notebook else "",
        extensions=json.dumps(["ms-python.python", *(["ms-toolsai.jupyter"] if notebook else [])]),
    )
    files[PurePosixPath(".devcontainer/devcontainer.json")] = container.encode()
    if notebook:
        # beside the files, where the grader looks when a file still is a stub
        built = build_notebook(course, course.exercises)
        files[PurePosixPath("exercises", notebook)] = as_text(built).encode()
    if host == "actions":
        files[PurePosixPath(".github/workflows/grade.yml")] = template("actions.yml").encode()
    if host == "classroom":
        files[PurePosixPath(".github/workflows/classroom.yml")] = _classroom_workflow(course).encode()
    return files


def _readme(course: Course, host: str, include_hidden: bool, notebook: str) -> str:
    return template(
        "README.md",
        title=course.title,
        count=str(len(course.exercises)),
        points=str(course.points),
        first=course.exercises[0].name,
        hidden=_HIDDEN if include_hidden else _NOT_HIDDEN,
        host=_HOSTS[host],
        notebook=_NOTEBOOK.format(file=notebook) if notebook else "",
    )


def _classroom_workflow(course: Course) -> str:
    runners = list(runner_ids(course).values())
    # the reporter finds a runner's result under its name in capitals
    results = [f"          {name.upper()}_RESULTS: ${{{{ steps.grade.outputs.{name} }}}}" for name in runners]
    return template("classroom.yml", results="\n".join(results), runners=json.dumps(",".join(runners)))
