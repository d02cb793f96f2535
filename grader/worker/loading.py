"""The learner's one module: from source bytes to a namespace, and its tracebacks as line numbers."""

import linecache
import sys
import types

from grader.pipe.frames import MAX_NAME, MAX_TEXT, Load, Loaded, Printed, Raised, TraceFrame
from grader.worker.near_names import near_name
from grader.worker.printing import Prints
from grader.worker.text import sendable

MAX_FRAMES = 20


def load(
    request: Load, before: types.ModuleType | None, prints: Prints
) -> tuple[types.ModuleType | None, Loaded | Raised]:
    """Run the source as a module of its own; there is no file, and no other exercise beside it.

    Args:
        request: the module's name and source.
        before: the module that was loaded until now; it cannot be imported any more.
        prints: where to write what it prints.
    """
    if before is not None:
        sys.modules.pop(before.__name__, None)
    filename = f"{request.name}.py"
    module = types.ModuleType(request.name)
    module.__file__ = filename
    sys.argv[:] = [filename]  # as of a program that is run without arguments
    sys.modules[request.name] = module  # where dataclasses and pickle look a class's module up
    with prints.captured() as capture:
        try:
            # as text: what its first line says of an encoding was true of the file
            text = request.source.decode()
            code = compile(text, filename, "exec", dont_inherit=True)
            linecache.cache[filename] = (len(text), None, text.splitlines(keepends=True), filename)
            exec(code, module.__dict__)
        except BaseException as error:  # SystemExit and KeyboardInterrupt too: they are the learner's, not ours
            return None, raised(error, filename, capture.printed())
    names = (name for name, thing in vars(module).items() if callable(thing) and not name.startswith("__"))
    return module, Loaded(tuple(sendable(name, MAX_NAME) for name in names), capture.printed())


def raised(error: BaseException, filename: str, printed: Printed) -> Raised:
    """Describe an exception by the lines of the learner's own file that it passed through, outermost first."""
    try:
        message = str(error)
    except Exception:  # a learner's own __str__ may do anything
        message = ""
    near = near_name(error)
    missing = error.name if isinstance(error, ModuleNotFoundError) else None
    return Raised(
        exception=sendable(type(error).__name__, MAX_NAME),
        message=sendable(message, MAX_TEXT),
        frames=_own_frames(error, filename)[-MAX_FRAMES:],
        missing_module=sendable(missing, MAX_NAME) if isinstance(missing, str) else None,
        printed=printed,
        near=sendable(near, MAX_NAME) if near is not None else None,
    )


def _own_frames(error: BaseException, filename: str) -> tuple[TraceFrame, ...]:
    found = []
    trace = error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        if code.co_filename == filename:
            _, _, column, end_column = list(code.co_positions())[trace.tb_lasti // 2]
            columns = (-1 if column is None else column, -1 if end_column is None else end_column)
            found.append(TraceFrame(trace.tb_lineno, *columns, sendable(code.co_name, MAX_NAME)))
        trace = trace.tb_next
    return tuple(found)
