"""A hostile submission: what it tries, what should stop it, and what should come of it.

Most are modules in `attempts/<group>/`, with the facts as constants that are read and never run:

    the docstring     one line: what it tries
    STOPPED_BY        the layer that should stop it
    STATUS            the status of every task of the exercise that it attacks
    SAYS              what the learner reads, in part
    EXERCISE          which exercise that is; by default ex01_total of the tiny course
    GETS_THROUGH      which effects outside it has where Landlock and seccomp are missing; by default none
    ONLY_AS_USER      it has them for an ordinary user only: root's workers have lost root's capabilities
    MACHINE           it is written for this processor only

The text `@secret@` and the like stands for a place outside, see `outside.py`. What is no module, such as a link or a
pipe, is made by `odd_files.py`.
"""

import ast
import os
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
TINY = ROOT / "tests" / "grader" / "courses" / "tiny"
DEFAULT_EXERCISE = "ex01_total"

Effect = Literal[
    "reads",  # something secret is in the document
    "writes",  # a file outside is new, gone or changed
    "connects",  # a socket outside was reached
    "starts a process",  # that is still there when the run is over
    "signals",  # a process outside was ended or changed
    "stops the judge",  # the run ended or stood still
    "earns points",  # that the work does not deserve
]
Places = Mapping[str, str]  # what stands for `@name@` in a module


@dataclass(frozen=True)
class Attempt:
    """One hostile submission.

    Attributes:
        name: its group and its own name, as `leave/abort`.
        tries: what it tries, in one line.
        stopped_by: the layer that should stop it.
        status: by task of the attacked exercise.
        says: a part of what the learner reads.
        make: puts the submission into a folder in which the other exercise lies already.
        exercise: the attacked one.
        gets_through: its effects outside where Landlock and seccomp are missing.
        only_as_user: root has those effects not, or not surely.
        machine: the processor that it is written for; "" for any.
        has_honest_work: whether there is an exercise in the submission that is done honestly.
    """

    name: str
    tries: str
    stopped_by: str
    status: Mapping[str, str]
    says: str
    make: Callable[[Path, Places], None]
    exercise: str = DEFAULT_EXERCISE
    gets_through: frozenset[Effect] = field(default_factory=frozenset)
    only_as_user: bool = False
    machine: str = ""
    has_honest_work: bool = True

    @property
    def course_root(self) -> Path:
        """The course that the exercise is in."""
        return TINY if (TINY / "solutions" / f"{self.exercise}.py").exists() else ROOT

    @property
    def group(self) -> str:
        """What kind of attempt it is: "leave", "hang", "eat", "read" and so on."""
        return self.name.partition("/")[0]

    @property
    def reach(self) -> frozenset[Effect]:
        """The effects outside that it has here and now, where Landlock and seccomp are missing."""
        as_root = sys.platform != "win32" and os.geteuid() == 0
        return frozenset() if self.only_as_user and as_root else self.gets_through

    @property
    def honest_exercise(self) -> str:
        """The exercise of the same submission that is done honestly."""
        return "ex02_running" if self.course_root == TINY else "ex01_dataset"


def module_attempts() -> Iterator[Attempt]:
    """The attempts that are modules, in order of their names."""
    for path in sorted((HERE / "attempts").glob("*/*.py")):
        yield read_attempt(path)


def read_attempt(path: Path) -> Attempt:
    """Read the facts of one module; raises ValueError if one is missing or unknown."""
    content = path.read_bytes()
    tree = ast.parse(content)
    facts: dict[str, object] = {}
    for node in tree.body:
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=value) if name in _KNOWN:
                facts[name.lower()] = ast.literal_eval(value)
    docstring = ast.get_docstring(tree) or ""
    if _KNOWN_ALWAYS - {name.upper() for name in facts} or not docstring or "\n\n" in docstring:
        raise ValueError(f"{path}: wants one paragraph of docstring and {', '.join(sorted(_KNOWN_ALWAYS))}")

    def make(folder: Path, places: Places) -> None:
        (folder / f"{facts.get('exercise', DEFAULT_EXERCISE)}.py").write_bytes(filled_in(content, places))

    facts["gets_through"] = frozenset(facts.get("gets_through", ()))  # type: ignore[call-overload]  # any iterable
    return Attempt(f"{path.parent.name}/{path.stem}", " ".join(docstring.split()), make=make, **facts)  # type: ignore[arg-type]


def filled_in(content: bytes, places: Places) -> bytes:
    """Put the places outside into a module's text; raises KeyError for one that there is not."""
    return re.sub(rb"@([a-z_]+)@", lambda found: places[found[1].decode()].encode(), content)


_KNOWN_ALWAYS = {"STOPPED_BY", "STATUS", "SAYS"}
_KNOWN = _KNOWN_ALWAYS | {"EXERCISE", "GETS_THROUGH", "ONLY_AS_USER", "MACHINE"}
