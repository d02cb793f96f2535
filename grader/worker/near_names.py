"""For a name that does not exist, the existing one that it resembles: only the worker has the objects to look in."""

import builtins
import difflib
from collections.abc import Iterable
from types import TracebackType

_ALIKE = 0.75  # difflib's ratio: "shpae" and "shape" have 0.8, "wieght" and "weight" 0.83
_LONGEST = 100  # characters; comparing takes time that grows with their square


def near_name(error: BaseException) -> str | None:
    """The name that was probably meant, if an exception is about one that does not exist."""
    name = getattr(error, "name", None)
    if not isinstance(name, str) or len(name) > _LONGEST:
        return None
    try:
        match error:
            case UnboundLocalError():
                return None
            case NameError():
                return _nearest(name, _names_at(error.__traceback__))
            case AttributeError():
                return _nearest(name, dir(error.obj))
    except Exception:  # a learner's own __dir__ may do anything
        return None
    return None


def _names_at(trace: TracebackType | None) -> Iterable[str]:
    if trace is None:
        return ()
    while trace.tb_next is not None:
        trace = trace.tb_next
    return {*trace.tb_frame.f_locals, *trace.tb_frame.f_globals, *dir(builtins)}


def _nearest(name: str, known: Iterable[str]) -> str | None:
    public = [one for one in known if isinstance(one, str) and not one.startswith("_")]
    return next(iter(difflib.get_close_matches(name, public, 1, _ALIKE)), None)
