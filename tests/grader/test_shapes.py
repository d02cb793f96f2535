"""What a wrong shape is told with: both shapes, and what each of their sizes counts."""

import pytest

from grader.pipe.frames import Array, Call, Printed, Raised
from grader.source.module import Source, parse
from grader.testing.shapes import Shapes
from grader.testing.torch_errors import meaning

SHAPES = Shapes(
    {"X": ("n", "d"), "weight": ("d", "k"), "bias": ("k",), "result": ("n", "k")},
    {"n": ("sample", "samples"), "d": ("feature", "features"), "k": ("output", "outputs")},
)


@pytest.mark.parametrize(
    ("found", "right", "said"),
    [
        ((5, 1), (5, 3), "The shape is (5, 1): 5 samples, 1 output; it should be (5, 3): 5 samples, 3 outputs."),
        ((3, 5), (5, 3), "The shape is (3, 5), the right sizes in the wrong order; it should be (5, 3)"),
        ((5,), (5, 1), "The shape is (5,); it should be (5, 1): 5 samples, 1 output."),
        ((), (1, 1), "The shape is (): a single number; it should be (1, 1): 1 sample, 1 output."),
        ((2, 1), (), "The shape is (2, 1): 2 samples, 1 output; it should be (): a single number."),
    ],
)
def test_both_shapes_are_said_with_what_their_sizes_count(
    found: tuple[int, ...], right: tuple[int, ...], said: str
) -> None:
    """In the words of the course."""
    assert SHAPES.difference("result", found, right).startswith(said)


def test_a_shape_without_letters_is_said_in_numbers() -> None:
    """An exercise need not explain its shapes."""
    assert Shapes().difference("result", (5, 1), (5, 3)) == "The shape is (5, 1), not (5, 3)."


def explained(exception: str, message: str, parameters: str = "X, weight, bias") -> list[str]:
    """What is said of an exception that a call with three tensors raised."""
    source = parse("ex01_x", f"def predict({parameters}):\n    return X".encode())
    assert isinstance(source, Source)
    arguments = tuple(Array("float32", shape, b"") for shape in ((3, 2), (4, 2), (4,)))
    raised = Raised(exception, message, (), None, Printed())
    return SHAPES.of_arguments(raised, Call("predict", arguments), source)


def test_after_an_exception_about_shapes_the_arguments_are_told() -> None:
    """torch's own sentence names sizes, and not what they belong to."""
    assert explained("RuntimeError", "mat1 and mat2 shapes cannot be multiplied (3x2 and 4x2)") == [
        "X has the shape (3, 2): 3 samples, 2 features.",
        "weight has the shape (4, 2): 4 features, 2 outputs.",
        "bias has the shape (4,): 4 outputs.",
    ]


def test_parameters_with_names_of_the_learners_own_are_left_out() -> None:
    """What is not known is not said."""
    assert explained("RuntimeError", "shape '[7]' is invalid for input of size 6", "X, w, b") == [
        "X has the shape (3, 2): 3 samples, 2 features."
    ]


@pytest.mark.parametrize(
    ("exception", "message"),
    [("NameError", "name 'shape' is not defined"), ("RuntimeError", "a leaf Variable that requires grad")],
)
def test_other_exceptions_are_left_alone(exception: str, message: str) -> None:
    """The shapes would only distract."""
    assert explained(exception, message) == []


@pytest.mark.parametrize(
    ("message", "said"),
    [
        (
            "mat1 and mat2 shapes cannot be multiplied (3x2 and 4x2)",
            "A matrix product needs as many columns on its left as rows on its right; here they are 2 and 4.",
        ),
        (
            "The size of tensor a (3) must match the size of tensor b (2) at non-singleton dimension 1",
            "Entry by entry, two sizes must be equal, or one of them 1; here they are 3 and 2.",
        ),
        (
            "a Tensor with 6 elements cannot be converted to Scalar",
            "A single number is asked of a tensor that holds several.",
        ),
        ("epochs must be at least 1", ""),
    ],
)
def test_what_torch_says_is_put_into_plain_words(message: str, said: str) -> None:
    """And what is no message of torch's is left alone."""
    assert meaning(message) == said
