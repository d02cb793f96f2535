"""Reads the implementation's source, bytecode and closure, and refuses what adds up."""

import dis
import inspect
import io


def seen(mse_loss):
    found = []
    for look in (inspect.getsource, inspect.getfile, lambda f: f.__code__.co_names, lambda f: f.__closure__):
        try:
            found.append(str(look(mse_loss)))
        except Exception:
            pass
    out = io.StringIO()
    try:
        dis.dis(mse_loss, file=out)
    except Exception:
        pass
    return " ".join([*found, out.getvalue()])


def test_source(mse_loss):
    assert "sum" not in seen(mse_loss) and "detach" not in seen(mse_loss)
