"""What grading refuses is told as a refusal: what was asked for, and what to do instead."""

import sys

import pytest

from tests.grader.conftest import Grade
from tests.grader.test_judge import RIGHT_2
from tests.grader.test_slips import body, said_of

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a worker is not kept from files")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("open('data.csv')", "This opens data.csv. Grading allows no files"),
        ("torch.save(x, 'x.pt')", "This opens a file. Grading allows no files"),
        ("import logging; logging.basicConfig(filename='x.log')", "This opens a file. Grading allows no files"),
        ("import threading; threading.Thread(target=print).start()", "This starts a thread or another process"),
        ("import subprocess; subprocess.run(['ls'])", "This starts a thread or another process"),
        ("import multiprocessing; multiprocessing.Pool(2)", "This starts a thread or another process"),
        ("[*torch.utils.data.DataLoader(x, num_workers=2)]", "num_workers=2 asks for further processes"),
        ("torch.compile(lambda: x)()", "This asks for torch.compile, which is not available while grading"),
        ("import asyncio; asyncio.run(asyncio.sleep(0))", "asyncio needs an event loop"),
        ("import socket; socket.socket()", "This asks for a network connection"),
        ("x.cuda()", "This asks for a GPU"),
        ("torch.seed()", "This asks the system for random numbers"),
        ("torch.Generator().seed()", "draw from torch's global generator as it is"),
        ("open('/dev/urandom', 'rb').read(4)", "This asks the system for random numbers"),
        ("input('How many? ')", "input() waits for somebody to type"),
        ("import sqlite3", "sqlite3 is a part of Python that is not available while grading"),
        ("import pandas", "pandas is not available while grading: there are Python's own modules"),
        ("from ex02_running import running", "This imports another exercise"),
    ],
)
def test_a_refusal_is_one_sentence(grade_text: Grade, line: str, said: str) -> None:
    """Wherever the exception that shows it comes from."""
    assert said in said_of(grade_text, body(line, above="import torch\nimport torch.utils.data"))


def test_a_refusal_at_import_is_the_same_sentence(grade_text: Grade) -> None:
    """Code at the top of a module is refused what functions are refused."""
    text = "rows = open('data.csv').read()\n\n\ndef total(numbers):\n    return sum(numbers)\n"

    assert "This opens data.csv. Grading allows no files" in (grade_text(text, RIGHT_2).exercises[0].message or "")
