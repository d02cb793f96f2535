"""What a test says in its own words, beside its requirement."""

from grader.messages import translated


def say(sentence: str, **values: object) -> str:
    """Return a sentence in the learner's language with values put in: `say("The mean is {mean:.3f}.", mean=mean)`.

    Args:
        sentence: in English; it is found in the code and translated in the catalogue of the tests' tree.
        values: what stands for its fields.
    """
    return translated(sentence).format(**values) if values else translated(sentence)
