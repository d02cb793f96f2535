"""Single key presses of a terminal, as they come, without Enter."""

import contextlib
import queue
import sys
import threading
import time
from collections.abc import Callable, Iterator


@contextlib.contextmanager
def pressed_keys() -> Iterator["queue.Queue[str]"]:
    """Single key presses, as they come, without Enter; nothing where there is no terminal."""
    keys: queue.Queue[str] = queue.Queue()
    with _single_keys() as read:
        threading.Thread(target=_read_all, args=(read, keys), daemon=True, name="keys").start()
        yield keys


def _read_all(read: Callable[[], str], keys: "queue.Queue[str]") -> None:
    while key := read():
        keys.put(key)
        time.sleep(0.01)


@contextlib.contextmanager
def _single_keys() -> Iterator[Callable[[], str]]:
    if not sys.stdin.isatty():
        yield lambda: ""
    elif sys.platform == "win32":
        import msvcrt

        yield msvcrt.getwch
    else:
        import termios
        import tty

        before = termios.tcgetattr(sys.stdin)
        tty.setcbreak(sys.stdin)
        try:
            yield lambda: sys.stdin.read(1)
        finally:
            termios.tcsetattr(sys.stdin, termios.TCSADRAIN, before)
