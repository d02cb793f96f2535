"""Which parts of torch a worker has, and how a reply shows that one was missing. No torch is imported here."""

import re
from dataclasses import dataclass, replace

from grader.pipe.frames import Raised, Reply, Returned

TRIED = ">=2.6,<2.14"  # the versions of torch that the course was proved with; pyproject.toml asks for the same
_FORWARD_MODE = "torch._decomp.decompositions_for_jvp"  # what torch loads for derivatives in forward mode
_LACKS = re.compile(
    r"ModuleNotFoundError: (No module named ')?torch\."
    r"|ImportError: .* from 'torch\."
    r"|AttributeError: module 'torch' has no attribute '_(refs|prims|decomp)'"  # brought in by what is left out
    r"|NotImplementedError: (.* with Meta tensors|convolution_overrideable)"  # tensors that have a shape and no numbers
)


@dataclass(frozen=True)
class Needs:
    """What a worker needs to have.

    Attributes:
        everything: all of torch, with the parts that workers usually do without, see grader/worker/torch_parts.py.
        modules: further modules to import while imports are still possible.
    """

    everything: bool = False
    modules: frozenset[str] = frozenset()

    def cover(self, needs: "Needs") -> bool:
        """Whether a worker with these has what `needs` asks for."""
        return self.everything >= needs.everything and self.modules >= needs.modules

    def with_everything(self) -> "Needs":
        """The same and all of torch."""
        return replace(self, everything=True, modules=self.modules | {_FORWARD_MODE})


def lacks_torch(reply: Reply) -> bool:
    """Whether a part of torch itself is missing; asking once more does no harm if it was the learner's own mistake."""
    if isinstance(reply, Raised):
        return bool(_LACKS.match(f"{reply.exception}: {reply.message}"))
    observed = reply.observed if isinstance(reply, Returned) else None
    return observed is not None and bool(_LACKS.match(observed.problem or ""))


def is_tried(version: str) -> bool:
    """Whether the course was proved with this version of torch ("2.13.0+cpu")."""
    from packaging.specifiers import SpecifierSet  # not for every run

    return SpecifierSet(TRIED).contains(version, prereleases=True)
