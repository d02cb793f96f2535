"""Headless Chromium, driven over its DevTools protocol.

A page of code on websocket-client, which JupyterLab brings anyway, instead of a driver of tens of megabytes.
"""

import base64
import itertools
import json
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any
from urllib.request import urlopen

import websocket

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
)
_FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars"),
    # a test talks to this machine only
    *("--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"),
    *("--disable-quic", "--disable-extensions", "--force-device-scale-factor=1", "--lang=en"),
)


def find_chromium() -> str | None:
    """The path of a Chromium or Chrome on this machine: `CHROMIUM` in the environment, or one of the usual names."""
    named = os.environ.get("CHROMIUM")
    found = [shutil.which(name) for name in ((named,) if named else _NAMES)]
    found += [place for place in _PLACES if not named and Path(place).exists()]
    return next((path for path in found if path), None)


class Page:
    """One page in a browser of its own, which ends with it.

    Args:
        width: of the window, in pixels.
        height: of the window, in pixels.
    """

    def __init__(self, width: int, height: int) -> None:
        chromium = find_chromium()
        assert chromium is not None, "there is no Chromium here"
        self._profile = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        options = (
            "--remote-debugging-port=0",
            f"--user-data-dir={self._profile.name}",
            f"--window-size={width},{height}",
        )
        self._process = subprocess.Popen(
            [chromium, *_FLAGS, *options, "about:blank"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        self._numbers = itertools.count(1)
        self._socket = websocket.create_connection(self._address(), suppress_origin=True, timeout=60)

    def __enter__(self) -> "Page":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._socket.close()
        self._process.terminate()
        self._process.wait()
        self._profile.cleanup()

    def _address(self) -> str:
        port_file = Path(self._profile.name) / "DevToolsActivePort"
        wait_for(lambda: port_file.exists() and "\n" in port_file.read_text(), "the browser to start", 30)
        port = port_file.read_text().split()[0]
        with urlopen(f"http://127.0.0.1:{port}/json") as answer:
            targets = json.load(answer)
        return str(next(target["webSocketDebuggerUrl"] for target in targets if target["type"] == "page"))

    def _do(self, method: str, **parameters: Any) -> Any:
        number = next(self._numbers)
        self._socket.send(json.dumps({"id": number, "method": method, "params": parameters}))
        while True:
            message = json.loads(self._socket.recv())
            if message.get("id") == number:  # anything else is an event, and nothing here waits for one
                assert "error" not in message, message
                return message["result"]

    def open(self, address: str) -> None:
        """Go to an address."""
        self._do("Page.navigate", url=address)

    def evaluate(self, script: str) -> Any:
        """Run JavaScript in the page and return its value."""
        result = self._do("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in result, result["exceptionDetails"]
        return result["result"].get("value")

    def wait(self, script: str, what: str, seconds: float = 60) -> None:
        """Wait until a JavaScript expression is true."""
        wait_for(lambda: self.evaluate(f"Boolean({script})"), what, seconds)

    def click(self, x: float, y: float) -> None:
        """Click with the left button at a place in the window."""
        for kind in ("mousePressed", "mouseReleased"):
            self._do("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def drag(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        """Press the left button at one place in the window, move to another, and release it there."""
        way = [start, ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2), end]
        for kind, (x, y) in zip(
            ("mousePressed", "mouseMoved", "mouseMoved", "mouseReleased"), (start, *way[1:], end), strict=True
        ):
            self._do("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", buttons=1, clickCount=1)

    def write(self, text: str) -> None:
        """Type a text where the focus is."""
        self._do("Input.insertText", text=text)

    def press(self, key: str, code: str, number: int, modifiers: int = 0) -> None:
        """Press and release a key; 8 for the shift key, 2 for control."""
        for kind in ("keyDown", "keyUp"):
            self._do(
                "Input.dispatchKeyEvent",
                type=kind,
                key=key,
                code=code,
                windowsVirtualKeyCode=number,
                modifiers=modifiers,
                **({"text": "\r"} if key == "Enter" and kind == "keyDown" else {}),
            )

    def screenshot(self, path: Path) -> None:
        """Save what the window shows as a PNG."""
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(base64.b64decode(self._do("Page.captureScreenshot", format="png")["data"]))


def wait_for(done: Callable[[], object], what: str, seconds: float) -> None:
    """Call `done` until it returns something true; fails with what was waited for."""
    until = time.monotonic() + seconds
    while not done():
        if time.monotonic() > until:
            raise AssertionError(f"waited {seconds:g} seconds for {what}")
        time.sleep(0.1)
