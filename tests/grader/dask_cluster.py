"""A real Dask scheduler and real workers on the loopback interface, each a process of its own."""

import os
import socket
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


class DaskCluster:
    """A scheduler with some workers, each a process of its own."""

    def __init__(self, folder: Path, workers: int, worker_code: str = "") -> None:
        self.address = f"tcp://127.0.0.1:{free_port()}"
        self._folder = folder
        port = self.address.rpartition(":")[2]
        self._processes = [self._start("scheduler", "--host", "127.0.0.1", "--port", port, "--no-dashboard")]
        self.workers = [self._worker(worker_code) for _number in range(workers)]

    def _worker(self, code: str) -> "subprocess.Popen[bytes]":
        options = ("--nthreads", "1", "--no-dashboard", "--no-nanny", "--local-directory", str(self._folder))
        return self._start("worker", self.address, *options, code=code)

    def _start(self, *arguments: str, code: str = "") -> "subprocess.Popen[bytes]":
        log = (self._folder / "dask.log").open("ab")
        command = f"import sys; sys.argv = ['dask', *sys.argv[1:]]; {code}\nfrom dask.__main__ import main; main()"
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "DASK_LOGGING__DISTRIBUTED": "warning"}
        process = subprocess.Popen(
            [sys.executable, "-c", command, *arguments], env=environment, cwd=self._folder, stdout=log, stderr=log
        )
        log.close()
        return process

    def close(self) -> None:
        """End all of it."""
        for process in (*getattr(self, "workers", ()), *self._processes):
            process.kill()
            process.wait()
