"""The result document survives being written and read."""

import subprocess
import sys
from pathlib import Path

import msgspec
from click.testing import CliRunner

from grader.cli.main import cli
from grader.result.document import Document, ExerciseRow, FailureRow, Provenance, TaskRow, write_document
from grader.result.evidence import Curve
from tests.grader.conftest import Grade


def test_a_loss_that_is_no_number_is_null_in_json(tmp_path: Path) -> None:
    """JSON has no nan and no inf: None stands in their place before the document is written, and after it is read."""
    curve = Curve.of("train(…)", [1.5, float("inf"), float("nan")], [1.5, 0.5])
    document = _document(curve)

    write_document(document, tmp_path / "result.json")
    read = msgspec.json.decode((tmp_path / "result.json").read_bytes(), type=Document)

    assert read == document
    assert curve.returned == (1.5, None, None)


def test_a_link_that_waits_beside_the_document_is_not_followed(tmp_path: Path) -> None:
    """A submission's folder may hold a link with the name of the half-written file."""
    (tmp_path / "diary").write_text("mine")
    (tmp_path / "result.json.partial").symlink_to(tmp_path / "diary")

    write_document(_document(None), tmp_path / "result.json")

    assert (tmp_path / "diary").read_text() == "mine"


def test_a_document_without_curves_can_be_read() -> None:
    """A document from before there were curves still is one."""
    row = msgspec.to_builtins(_document(None).exercises[0].tasks[0].failures[0])
    del row["curve"]

    assert msgspec.convert(row, FailureRow).curve is None


def test_the_schema_describes_what_is_written(grade_text: Grade, tmp_path: Path) -> None:
    """A validator that knows nothing of the grader finds a document as the schema says."""
    schema, document = tmp_path / "schema.json", tmp_path / "result.json"
    schema.write_text(CliRunner().invoke(cli, ["schema"]).stdout)
    write_document(grade_text("def total(numbers):\n    return 0.0\n"), document)
    command = [sys.executable, "-m", "check_jsonschema", "--schemafile", str(schema), str(document)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr


def _document(curve: Curve | None) -> Document:
    failure = FailureRow("test_it", "mismatch", "", "", "", "", "", None, None, None, curve=curve)
    task = TaskRow("train", "Train", "failed", 0, 1, (failure,))
    exercise = ExerciseRow("ex01", "One", "failed", 0, 1, 0.0, None, "", (task,))
    return Document(
        course="c",
        version="1",
        language="en",
        submission="s",
        provenance=Provenance(
            submission_kind="module",
            submission_sha256="",
            course_sha256="",
            grader="",
            torch="",
            python="",
            time="",
        ),
        tests=("public",),
        salt="",
        isolation="full",
        layers=(),
        points=0,
        max_points=1,
        seconds=0.0,
        exercises=(exercise,),
    )
