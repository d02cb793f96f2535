"""The workers of one submission: one at a time, replaced when it ends, within the submission's time."""

from types import TracebackType

from grader.channel import Limits, Worker, WorkerEnded
from grader.frames import Load, Loaded, Raised, Reply, Request
from grader.source import Source


class Workers:
    """Asks the current worker, with the right module loaded in it.

    One module is loaded at a time, as a world of its own.

    Args:
        limits: what the submission may use.
        ahead: start a second worker beside the first, with torch.optim loaded, for the modules that mention it. The
            judge and one worker take turns, so the other core has nothing else to do.
        first: a worker that was started before, ahead of need.
    """

    def __init__(self, limits: Limits, ahead: bool = False, first: Worker | None = None) -> None:
        self._limits = limits
        self._ahead = ahead
        self._spare: Worker | None = None
        self._worker = first
        self._loaded: tuple[Source, Loaded | Raised] | None = None
        self._spent = 0.0  # CPU seconds of workers that are gone

    def __enter__(self) -> "Workers":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.stop()
        if self._spare is not None:
            self._spare.stop()

    def start(self) -> None:
        """Start a worker ahead of need; torch loads meanwhile."""
        if self._worker is None:
            self._worker, self._spare = self._spare or Worker(self._limits), None

    def stop(self) -> None:
        """End the current worker; the next request takes the spare one, or starts a new one."""
        if self._worker is not None:
            self._spent += self._worker.cpu_seconds()
            self._worker.stop()
        self._worker, self._loaded = None, None

    def load(self, source: Source) -> Loaded | Raised:
        """Load a module into the current worker, unless it is the one there; raises WorkerEnded."""
        if self._loaded is None or self._loaded[0] is not source:
            if self._spare is not None and mentions_optimizer(source):
                self.stop()
            reply = self._ask(Load(source.name, source.content))
            if not isinstance(reply, Loaded | Raised):
                self.stop()
                raise WorkerEnded("crash", "what came back was not an answer to what was asked")
            self._loaded = (source, reply)
            if self._ahead:
                self._ahead, self._spare = False, Worker(self._limits, warm=True)
        return self._loaded[1]

    def ask(self, source: Source, request: Request) -> Reply:
        """Send a request to the module; raises WorkerEnded."""
        loaded = self.load(source)
        return loaded if isinstance(loaded, Raised) else self._ask(request)

    def cpu_seconds(self) -> float:
        """CPU seconds of all workers so far."""
        return self._spent + (self._worker.cpu_seconds() if self._worker is not None else 0.0)

    def _ask(self, request: Request) -> Reply:
        self.start()
        assert self._worker is not None
        left = self._limits.submission_seconds - self.cpu_seconds()
        if left <= 0:
            seconds = f"{self._limits.submission_seconds:g}"
            raise WorkerEnded("timeout", f"the {seconds} seconds for the whole submission were used up before")
        try:
            return self._worker.ask(request, min(left, self._limits.call_seconds))
        except WorkerEnded:
            self.stop()
            raise


def mentions_optimizer(source: Source) -> bool:
    """Whether a module is likely to use torch.optim."""
    return b"optim" in source.content
