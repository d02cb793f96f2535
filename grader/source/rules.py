"""The "from scratch" rules: which names that a function uses do the work that it should do itself."""

from collections.abc import Iterator

from grader.source import torch_names as names
from grader.source.facts import Use
from grader.source.module import Source
from grader.source.names import in_file_order

_IN_GRADIENT_PACKAGES = tuple(f"{package}." for package in names.GRADIENT_PACKAGES)


def uses_of(source: Source, functions: tuple[str, ...], packages: tuple[str, ...]) -> list[Use]:
    """Return the uses of anything in `packages` ("torch.nn") that `functions` can reach, in file order."""
    return [use for use in _reachable(source, functions) if use.is_vague or _belongs_to(use.name, packages)]


def autograd_uses(source: Source, functions: tuple[str, ...]) -> list[Use]:
    """Return the uses of automatic differentiation that `functions` can reach, in file order.

    A learner may well call a function of their own `backward`. Where the file defines one, `.backward` counts only if
    the file also asks a tensor to record, without which torch's own could not run.
    """
    found = []
    for use in _reachable(source, functions):
        last = use.name.rpartition(".")[2]
        # the bare name of the package only leads to something in it
        computes = use.name.startswith(_IN_GRADIENT_PACKAGES) and last not in names.RECORDING_SWITCHES
        through_a_tensor = last in names.GRADIENT_ATTRIBUTES and not (last == "backward" and source.facts.own_backward)
        if use.is_vague or computes or through_a_tensor:
            found.append(use)
    return found


def _belongs_to(name: str, packages: tuple[str, ...]) -> bool:
    """Whether a name is one of these packages, lies in one, or is another part of torch's name for what lies in one."""
    if any(name == package or name.startswith(package + ".") for package in packages):
        return True
    first, *parts = name.split(".")
    if first != "torch" or not parts:
        return False
    layers = bool(names.LAYER_PACKAGES & set(parts)) or parts[-1] in names.LAYER_FUNCTIONS | names.LAYERS_OF_TORCH
    optimizers = bool(names.OPTIMIZER_PACKAGES & set(parts)) or parts[-1] in names.OPTIMIZERS
    return ("torch.nn" in packages and layers) or ("torch.optim" in packages and optimizers)


def _reachable(source: Source, functions: tuple[str, ...]) -> Iterator[Use]:
    found = {use for function in functions for use in source.facts.uses_of(function)}
    yield from sorted(found, key=in_file_order)
