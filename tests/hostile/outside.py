"""The world outside the sandbox as an attempt finds it, with a canary in every place that it may go for.

Nobody takes a hostile module's word for what it did: what was read is looked for in the result document, files are
listed before and after, sockets are asked who came, processes are counted.
"""

import ctypes
import os
import secrets
import selectors
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.hostile.attempt import ROOT, TINY, Effect, Places
from tests.hostile.traces import Listing, changes, listing, named

SECRET_VARIABLE = "GRADER_HOSTILE_SECRET"  # in the judge's environment
_HIDDEN_TESTS_BEGIN = "Exercise 1, hidden."  # stands in no document but by theft
_PR_SET_CHILD_SUBREAPER = 36


class Outside:
    """Canaries for one attempt after the other.

    Args:
        folder: for all that lies in files; this process was started with `home` and `tmp` in it as its own.
    """

    def __init__(self, folder: Path) -> None:
        self.work = folder / "work"
        self._folder = folder
        self._drop = folder / "drop"
        self._mark = f"mark{secrets.token_hex(8)}"
        self._secret = ""
        self._before: Listing = {}
        port = 0
        self._tcp = socket.create_server(("127.0.0.1", port))
        self._udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._unix, self._abstract = socket.socket(socket.AF_UNIX), socket.socket(socket.AF_UNIX)
        self._udp.bind(self._tcp.getsockname())
        self._unix.bind(str(folder / "socket"))
        self._abstract.bind(f"\0{self._mark}")
        self._sockets = (self._tcp, self._udp, self._unix, self._abstract)
        self._unix.listen()
        self._abstract.listen()
        self._bystander = _start_bystander()
        _adopt_orphans()

    @property
    def places(self) -> Places:
        """What stands for `@name@` in a module."""
        return {
            "secret": str(self._drop / "secret.txt"),
            "drop": str(self._drop),
            "results": str(self._drop / "results.json"),
            "classmate": str(self._drop / "classmate" / "ex01_total.py"),
            "work": str(self.work),
            "home": str(self._folder / "home"),
            "tmp": tempfile.gettempdir(),
            "mark": self._mark,
            "port": str(self._tcp.getsockname()[1]),
            "socket": str(self._folder / "socket"),
            "bystander": str(self._bystander.pid),
            "judge": str(os.getpid()),
            "root": str(ROOT),
            "tiny": str(TINY),
        }

    def prepare(self) -> None:
        """Put everything in its place again."""
        for folder in (self._drop, self.work):
            shutil.rmtree(folder, ignore_errors=True)
        self.work.mkdir()
        (self._drop / "classmate").mkdir(parents=True)
        (self._drop / "empty").mkdir()
        self._secret = secrets.token_hex(8)
        (self._drop / "secret.txt").write_text(f"the secret is {self._secret}\n")
        (self._drop / "results.json").write_text('{"points": 0}\n')
        shutil.copy(TINY / "solutions" / "ex01_total.py", self._drop / "classmate")
        if self._bystander.poll() is not None or self._is_slowed_down():
            # another one, for whoever is not root cannot give a process its priority back
            self._bystander.kill()
            self._bystander.wait()
            self._bystander = _start_bystander()

    def remember(self) -> None:
        """Remember how everything is; to be called when the submission lies there."""
        self._before = self._files()

    def look_around(self, document: str) -> tuple[set[Effect], list[str]]:
        """Return the effects that an attempt had, and what it left behind in words; clear that away.

        Args:
            document: in which stolen secrets would stand.
        """
        effects: set[Effect] = set()
        after = self._files()
        traces = changes(self._before, after)
        if traces:
            effects.add("writes")
        for path in sorted(after.keys() - self._before.keys(), reverse=True):
            _remove(path)
        while orphans := list(_orphans()):  # and then theirs
            effects.add("starts a process")
            for pid in orphans:
                traces.append(f"process {pid}")
                os.kill(pid, signal.SIGKILL)
                os.waitpid(pid, 0)
        if any(secret in document for secret in (self._secret, os.environ[SECRET_VARIABLE], _HIDDEN_TESTS_BEGIN)):
            effects.add("reads")
        if self._visitors():
            effects.add("connects")
        if self._is_disturbed():
            effects.add("signals")
        return effects, traces

    def _files(self) -> Listing:
        """The files that are this attempt's to spoil, and whatever carries its mark in places that others use too."""
        found: Listing = {}
        for name in ("drop", "home", "tmp", "work"):
            found |= listing(self._folder / name)
        found |= named(ROOT, self._mark)
        for shared in (Path("/tmp"), Path("/var/tmp"), Path("/dev/shm"), *site_packages()):
            found |= named(shared, self._mark, deep=False)
        return found

    def _is_disturbed(self) -> bool:
        """Whether the bystander was ended, stopped or slowed down."""
        try:
            # what a signal does, it does when the process runs next
            self._bystander.wait(timeout=0.05)
        except subprocess.TimeoutExpired:
            state, *_ = _state(self._bystander.pid)
            return state in "Tt" or self._is_slowed_down()
        return True

    def _is_slowed_down(self) -> bool:
        return os.getpriority(os.PRIO_PROCESS, self._bystander.pid) != os.getpriority(os.PRIO_PROCESS, 0)

    def _visitors(self) -> int:
        found = 0
        with selectors.DefaultSelector() as selector:
            for one in self._sockets:
                selector.register(one, selectors.EVENT_READ)
            while ready := selector.select(0):
                for key, _events in ready:
                    found += 1
                    if key.fileobj is self._udp:
                        self._udp.recv(1024)
                    else:
                        key.fileobj.accept()[0].close()  # type: ignore[union-attr]  # the rest are listening
        return found

    def close(self) -> None:
        """Close the sockets and end the bystander."""
        for one in self._sockets:
            one.close()
        self._bystander.kill()
        self._bystander.wait()


def site_packages() -> set[Path]:
    """Where packages are installed for this interpreter."""
    import site

    # an environment may lean on another one's packages, by a .pth file
    listed = (folder for folder in sys.path if Path(folder).name in ("site-packages", "dist-packages"))
    return {Path(folder) for folder in (*site.getsitepackages(), site.getusersitepackages(), *listed)}


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)


def _start_bystander() -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-I", "-S", "-c", "import time; time.sleep(600)"]
    return subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)


def _adopt_orphans() -> None:
    """Have the kernel give us every process whose parent ended, so that none can be left without being seen."""
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def _orphans() -> Iterator[int]:
    """Running processes that became ours: a worker leads a session of its own, and so do those it started."""
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            state, parent, _group, session = _state(int(folder.name))
        except OSError:  # it ended meanwhile
            continue
        if int(parent) == os.getpid() and int(session) != os.getsid(0) and state != "Z":
            yield int(folder.name)


def _state(pid: int) -> list[str]:
    """The state of a process in a letter, its parent, group and session; raises OSError."""
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[:4]
