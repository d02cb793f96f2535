"""The "from scratch" rules: which of the names that a function uses do for it what it should do itself."""

from collections.abc import Iterator

from grader.source.facts import Use
from grader.source.module import Source
from grader.source.names import in_file_order

# names under torch.autograd that switch recording on or off and compute no gradient
_RECORDING_SWITCHES = frozenset({"no_grad", "enable_grad", "set_grad_enabled", "inference_mode", "set_detect_anomaly"})
_BACKWARD = "backward"
_DIFFERENTIATION = ("torch.autograd.", "torch.func.", "torch._functorch.", "functorch.")
# where the functions of a package lie a second time
_SECOND_NAMES = {"torch.nn": ("torch._C._nn", "torch.ops", "torch._ops")}


def uses_of(source: Source, functions: tuple[str, ...], packages: tuple[str, ...]) -> list[Use]:
    """Return the uses of anything in `packages` ("torch.nn") that `functions` can reach, in file order."""
    packages += tuple(name for package in packages for name in _SECOND_NAMES.get(package, ()))
    return [use for use in _reachable(source, functions) if use.is_vague or _is_under(use.name, packages)]


def autograd_uses(source: Source, functions: tuple[str, ...]) -> list[Use]:
    """Return the uses of automatic differentiation that `functions` can reach, in file order.

    A learner may well call a function of their own `backward`. Where the file defines one, `.backward` counts only if
    the file also asks a tensor to record, without which torch's own could not run.
    """
    found = []
    for use in _reachable(source, functions):
        last = use.name.rpartition(".")[2]
        # the package's own name is only the way to something in it
        computes = use.name.startswith(_DIFFERENTIATION) and last not in _RECORDING_SWITCHES
        if use.is_vague or computes or (last == _BACKWARD and not source.facts.own_backward):
            found.append(use)
    return found


def _is_under(name: str, packages: tuple[str, ...]) -> bool:
    return any(name == package or name.startswith(package + ".") for package in packages)


def _reachable(source: Source, functions: tuple[str, ...]) -> Iterator[Use]:
    found = {use for function in functions for use in source.facts.uses_of(function)}
    yield from sorted(found, key=in_file_order)
