"""What a reader finds out about a module's text: plain data of bounded size, and all that the judge sees of it.

A learner's text is parsed in a process of its own (see `grader.reader`), since parsing is work on what somebody handed
in: it can be made to fail, to take long, or to take much memory.
"""

from typing import Literal

from msgspec import Struct

Trouble = Literal["syntax", "indentation", "depth", "scopes", "text", "encoding", "utf16", "names"]


class Use(Struct, frozen=True):
    """A dotted name that a function uses, and where.

    `is_vague` for a name of the file's own that may stand for more things than are followed.
    """

    name: str
    line: int
    column: int
    end_column: int
    is_vague: bool = False


SlipKind = Literal[
    "stub_left",  # `raise NotImplementedError` beside code of the learner's own
    "argument_replaced",  # a parameter is given another value before its own is read
    "return_in_loop",  # the loop ends in its first round
    "not_called",  # `loss.backward`
    "new_attribute",  # `layer.weights = ...`, or `weight.require_grad = True`
    "compared",  # `weight == weight - step`, as a statement
    "not_kept",  # `weight - step`, or `X.float()`, as a statement
    "xor",  # `error ^ 2`
    "no_return",  # nothing is returned, anywhere
    "no_backward",  # `.grad` is read, and no gradient computed in the whole file
    "while",  # a loop that only ends when its condition says so
]


class Slip(Struct, frozen=True):
    """A slip that can be seen in a function's code.

    Attributes:
        kind: what it is.
        line: where, counted from 1.
        code: the name or the expression that it is about.
        meant: what was probably meant.
    """

    kind: SlipKind
    line: int
    code: str = ""
    meant: str = ""


class Misplaced(Struct, frozen=True):
    """A definition that does not count, of a function that is asked for.

    Attributes:
        function: its name.
        line: where it is defined.
        outer: the class or function that it is inside of; "" for one that a stub replaces.
        stub: the line of that stub.
    """

    function: str
    line: int
    outer: str = ""
    stub: int = 0


class Function(Struct, frozen=True):
    """A function at the top level of a module, or a lambda that is kept under a name there.

    Attributes:
        name: as the module calls it.
        line: where its definition begins.
        parameters: those that can be given by position.
        optional: how many of these, counted from the last, have a default.
        keyword_only: those that can be given by name only.
        takes_any_keyword: whether it has a parameter like `**options`.
        is_placeholder: whether its body is no more than a docstring, `pass`, `...` or `raise NotImplementedError`.
        slips: beginners' mistakes that can be seen in it.
    """

    name: str
    line: int
    parameters: tuple[str, ...] = ()
    optional: int = 0
    keyword_only: tuple[str, ...] = ()
    takes_any_keyword: bool = False
    is_placeholder: bool = False
    slips: tuple[Slip, ...] = ()


class FunctionUses(Struct, frozen=True):
    """The dotted names that one function can reach, each at its first place, in file order."""

    function: str
    uses: tuple[Use, ...]


class Parsed(Struct, frozen=True, tag="parsed"):
    """A module that Python can read.

    Attributes:
        text: the decoded bytes, line ends as they are.
        functions: the last definition of each name, as a run from top to bottom leaves it.
        uses: of the functions that are asked for.
        own_backward: the module defines a function `backward`, and asks no tensor to record for torch's own.
        keeps_state: the module may remember something from call to call.
        is_empty: there are no statements, at most comments and strings.
        misplaced: definitions that do not count, of the functions that are asked for.
        statements: digests of those at the top level.
        can_fail: there is an assert, or something else that makes a test fail.
        style: how it is written, see `grader.source.style`.
        numbers: literals in it.
        is_plain: the text shows all that it can use, and nothing that could remember a call, see `grader.source.plain`.
    """

    text: str
    functions: tuple[Function, ...] = ()
    uses: tuple[FunctionUses, ...] = ()
    own_backward: bool = False
    keeps_state: bool = False
    is_empty: bool = False
    misplaced: tuple[Misplaced, ...] = ()
    statements: tuple[str, ...] = ()
    can_fail: bool = False
    style: tuple[str, ...] = ()
    numbers: tuple[float, ...] = ()
    is_plain: bool = False

    def uses_of(self, function: str) -> tuple[Use, ...]:
        """What this function uses; nothing is known of one that was not asked for."""
        return next((one.uses for one in self.uses if one.function == function), ())


class Unparsed(Struct, frozen=True, tag="unparsed"):
    """A module that Python cannot read: what a sentence about it needs.

    Attributes:
        trouble: the kind of problem.
        error: Python's message, or the name of an encoding.
        line: where, if that is known.
        text: that line.
        start: the first character of the mistake, from 0.
        end: the one after the last.
        above: for a mistake of indentation, the last line with code above it, and its number.
    """

    trouble: Trouble
    error: str = ""
    line: int | None = None
    text: str = ""
    start: int = 0
    end: int = 0
    above: tuple[int, str] | None = None


SourceFacts = Parsed | Unparsed
