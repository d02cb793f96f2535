"""What torch's own error messages mean, for readers who meet them for the first time. One sentence each, or none."""

import re

from grader.messages import _

_NO_PARAMETERS = r"`inputs` argument to `grad\(\)` cannot be empty"


def is_about_our_call(message: str) -> bool:
    """Whether torch speaks of an argument that the tests passed, so that its words would be a riddle."""
    return re.search(_NO_PARAMETERS, message) is not None


def _meanings() -> tuple[tuple[str, str], ...]:
    """Patterns of messages, and what each says; groups of a pattern fill its sentence's {0} and {1}."""
    # at each call: the language is chosen after this module is imported
    return (
        (
            r"mat1 and mat2 shapes cannot be multiplied \(\d+x(\d+) and (\d+)x\d+\)",
            _("A matrix product needs as many columns on its left as rows on its right; here they are {0} and {1}."),
        ),
        (
            r"The size of tensor a \((\d+)\) must match the size of tensor b \((\d+)\)",
            _("Entry by entry, two sizes must be equal, or one of them 1; here they are {0} and {1}."),
        ),
        (
            r"does not require grad and does not have a grad_fn",
            _("No gradient can be computed: on the way to this tensor nothing requires grad, or the way is cut."),
        ),
        (
            _NO_PARAMETERS,
            _("It has no parameters that require grad, so there is nothing to be learned."),
        ),
        (
            r"grad can be implicitly created only for scalar outputs",
            _("backward() starts from a single number, and this tensor holds several."),
        ),
        (
            r"a (?:view of a )?leaf Variable that requires grad is being used in an in-place operation",
            _("A parameter is changed in place while recording is on."),
        ),
        (
            r"Trying to backward through the graph a second time",
            _("backward() was called before on the same record, which is used up by the first call."),
        ),
        (
            r"a Tensor with (\d+) elements cannot be converted to Scalar|only one element tensors can be converted",
            _("A single number is asked of a tensor that holds several."),
        ),
        (
            r"Can't call numpy\(\) on Tensor that requires grad",
            _("NumPy cannot take over a tensor whose operations are recorded, since it records nothing."),
        ),
        (r"bitwise_xor\w*\" not implemented", _("^ is no power in Python: write ** 2.")),
        (
            r"Only Tensors of floating point",
            _("Whole numbers have no gradients: make the tensor with dtype=torch.float32."),
        ),
        (
            r"mean\(\): could not infer output dtype",
            _("Whole numbers have no mean in torch: make the tensor with dtype=torch.float32."),
        ),
        (
            r"expected sequence of length \d+ at dim",
            _("The rows of a table need equally many numbers, and these have not."),
        ),
        (
            r"Boolean value of Tensor with more than one value",
            _("A condition needs one yes or no, and this tensor has one for each entry: .all() or .any() makes one."),
        ),
        (
            r"shape '\[.*\]' is invalid for input of size (\d+)",
            _("Another shape cannot change how many numbers there are; here they are {0}."),
        ),
        (
            r"(\w+)\(\): argument '\w+' \(position \d+\) must be Tensor, not (\w+)",
            _("{0} needs a tensor here and is given a Python {1}: torch.tensor(…) makes one of numbers."),
        ),
        (
            r"(\w+)\(\): argument '\w+' \(position \d+\) must be tuple of Tensors, not Tensor",
            _("{0} takes the tensors as one list, in square brackets."),
        ),
        (
            r"argument 'dtype' must be torch.dtype, not str",
            _("A dtype is no text: write torch.float32, without quotation marks."),
        ),
        (
            r"must have the same dtype|same dtype, but got|expected scalar type (\w+) but found (\w+)",
            _("Two dtypes meet in one operation, which only works with one and the same."),
        ),
    )


def meaning(message: str) -> str:
    """What an error message of torch's says, in one sentence; empty for messages that speak for themselves."""
    for pattern, sentence in _meanings():
        found = re.search(pattern, message)
        if found is not None:
            return sentence.format(*found.groups())
    return ""
