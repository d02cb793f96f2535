"""The settings of Hypothesis: how many examples, and what is done with one that fails."""

import hashlib

import pytest
from hypothesis import HealthCheck, Phase, settings

_EXAMPLES = 10  # a property test's cases: each is drawn with content, so a wrong formula survives none of them

_PHASES = (Phase.explicit, Phase.generate)
settings.register_profile(
    "grader",
    derandomize=True,
    database=None,
    deadline=None,
    max_examples=_EXAMPLES,
    # no explain phase: its text names the framework's files, and it costs ten times the shrinking
    phases=(*_PHASES, Phase.shrink),
    report_multiple_bugs=False,
    print_blob=False,
    suppress_health_check=list(HealthCheck),
)
# for proofs: a known wrong answer need only be caught, and nobody reads its smallest failing call
settings.register_profile("proof", settings.get_profile("grader"), phases=_PHASES)


def seed_of(salt: str, item: pytest.Item) -> int:
    """The seed of one test's examples: it depends on the salt and the test only."""
    return seed_of_text(f"{salt}\0{item.path.name}\0{item.name}")


def seed_of_text(text: str) -> int:
    """A seed that looks nothing like what it comes from."""
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big")
