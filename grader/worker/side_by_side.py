"""Known modules that are called together: loaded side by side, asked the same call in one request."""

import sys
import types
from collections.abc import Mapping

from grader.pipe.frames import CallEach, Each, LoadAll, Raised, Returned
from grader.worker.builders import Builder
from grader.worker.calls import perform
from grader.worker.loading import load
from grader.worker.printing import Prints
from grader.worker.ruled_out import Watch


class SideBySide:
    """The modules that are there, or what they raised instead.

    Args:
        prints: where to write what they print.
    """

    def __init__(self, prints: Prints) -> None:
        self._prints = prints
        self._unwatched = Watch(())
        self._there: dict[str, types.ModuleType | Raised] = {}

    def load(self, request: LoadAll) -> Raised | Each:
        """Run further modules; the first exception that one of them raised, if any did."""
        first: Raised | None = None
        for key, one in request.modules.items():
            module, said = load(one, None, self._prints)
            if module is not None:
                self._there[key] = module
            elif isinstance(said, Raised):
                self._there[key] = said
                first = first or said
        return first or Each(())

    def call(self, request: CallEach, builders: Mapping[str, Builder]) -> Each:
        """What each of the modules replies to a call."""
        return Each(tuple(self._reply(self._there[key], request, builders) for key in request.modules))

    def _reply(
        self, module: types.ModuleType | Raised, request: CallEach, builders: Mapping[str, Builder]
    ) -> Returned | Raised:
        if isinstance(module, Raised):
            return module
        sys.modules[module.__name__] = module  # several may have one name
        return perform(request.call, module, self._prints, builders, self._unwatched)
