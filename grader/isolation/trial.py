"""What the layers really stop: a throw-away process puts them in force one by one and tries what each should refuse."""

import _thread
import errno
import mmap
import os
import resource
import secrets
import socket
import tempfile
from collections.abc import Callable
from pathlib import Path

# what a refusal looks like; anything else (no such file, say) means that the attempt got past the layers
_REFUSALS = frozenset({errno.EPERM, errno.EACCES, errno.EAGAIN, errno.ENOSYS, errno.ENOMEM, errno.EMFILE})

Attempt = Callable[[], object]


def attempts(memory_mb: int) -> dict[str, Attempt]:
    """What a worker must not be able to do, by its name in reports; to be called before any layer is in force."""
    # a name that nobody else who may write there can have taken
    new_file = f"{tempfile.gettempdir()}/grader-trial-{secrets.token_hex(8)}"
    return {
        "take more memory": lambda: mmap.mmap(-1, (memory_mb + 1024) * 1024 * 1024),
        "raise its own limits": _raise_limits,
        "read a file": lambda: os.close(os.open(__file__, os.O_RDONLY)),
        "list a folder": lambda: list(Path(__file__).parent.iterdir()),
        "write a file": lambda: _write_file(new_file),
        "open a socket": lambda: socket.socket().close(),
        "start a process": _start_process,
        "start a thread": lambda: _thread.start_new_thread(int, ()),
        # there is no such program: an error that says so is not a refusal
        "run a program": lambda: os.execv(f"{__file__}/none", ["none"]),
        "signal the parent": lambda: os.kill(os.getppid(), 0),
    }


# which attempts show that a layer is in force, before the next one is
SHOWN_BY = {
    "limits": ("take more memory",),
    "privileges": ("raise its own limits",),
    "landlock": ("read a file", "list a folder", "write a file"),
    "seccomp": ("open a socket", "start a process", "start a thread", "run a program"),
}


def is_refused(attempt: Attempt) -> bool:
    """Try it, and return whether it was refused."""
    try:
        attempt()
    except (MemoryError, PermissionError):
        return True
    except (RuntimeError, ValueError) as error:  # of a thread and of a limit, Python does not give the errno
        return "can't start new thread" in str(error) or "not allowed" in str(error)
    except OSError as error:
        return error.errno in _REFUSALS
    return False


def _raise_limits() -> None:
    _soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard + 1, hard + 1))


def _write_file(path: str) -> None:
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL))
    Path(path).unlink()


def _start_process() -> None:
    pid = os.fork()
    if pid == 0:
        os._exit(0)
    os.waitpid(pid, 0)
