"""What crosses the pipe between the judge and the worker, and nothing else: values, requests and replies.

There is no pickle: a message can only ever be numbers, strings, bytes and these records of them.

A worker may send anything, so everything has a limit: what is over it does not validate. The limits are far above what
an honest worker sends, and keep what the judge holds and writes down small.
"""

from typing import Annotated, Literal

from msgspec import Meta, Struct

# characters; the worker cuts off what is longer
MAX_NAME = 1_000
MAX_TEXT = 2_000
MAX_PRINTED = 64 * 1024  # enough for every log line that is graded, with a learner's own prints between them

Name = Annotated[str, Meta(max_length=MAX_NAME)]  # of a dtype, a class, a function
Text = Annotated[str, Meta(max_length=MAX_TEXT)]  # a repr, an exception's message
Few = Meta(max_length=1_000)  # of arguments, parameters, events and the like
WATCH_ENDED = "watch ended"  # stands among the functions that a call used if it switched off what notes them


# ---- values: what arguments and results are made of ----


class Array(Struct, frozen=True, tag="array"):
    """A tensor, or a NumPy array or scalar if `is_numpy`, as plain data.

    `data` is the C-ordered little-endian bytes; `requires_grad` and `is_leaf` are facts when the judge sends them and
    claims when the worker does.
    """

    dtype: Name
    shape: Annotated[tuple[int, ...], Meta(max_length=64)]
    data: bytes
    requires_grad: bool = False
    is_leaf: bool = True
    grad: "Array | None" = None
    is_numpy: bool = False


class ListValue(Struct, frozen=True, tag="list"):
    """A Python list."""

    items: "tuple[Value, ...]"


class TupleValue(Struct, frozen=True, tag="tuple"):
    """A Python tuple, named or not."""

    items: "tuple[Value, ...]"


class ModuleValue(Struct, frozen=True, tag="module"):
    """A `torch.nn.Module` as its parameters. `kinds` are the classes of `torch.nn` that it is an instance of."""

    class_name: Name
    kinds: Annotated[tuple[Name, ...], Few]
    parameters: Annotated[dict[Name, Array], Few]


class Opaque(Struct, frozen=True, tag="opaque"):
    """Anything that has no form as data: its type and the beginning of its repr."""

    class_name: Name
    text: Text


class Blueprint(Struct, frozen=True, tag="blueprint"):
    """Something that the worker makes for a call: a model, a loss, an optimizer. The course says how.

    Attributes:
        kind: the name of the course's builder.
        fields: what the builder is called with.
        optimizes: whether it also gets the parameters of the call's module argument, and torch's optimizers are needed.
        code: the Python expression that makes it, for reports.
        numbers: what reports show of it below the call, by attribute.
    """

    kind: Name
    fields: "Annotated[dict[Name, Value], Few]"
    optimizes: bool = False
    code: Text = ""
    numbers: Annotated[dict[Name, Array], Few] = {}


Value = None | bool | int | float | Text | Array | ListValue | TupleValue | ModuleValue | Opaque | Blueprint
PLAIN = frozenset({float, int, bool, str, type(None)})  # types of which an object is its own value


# ---- judge to worker ----


class Builders(Struct, frozen=True, tag="builders"):
    """Code of the course that makes objects from blueprints; sent before anything of a learner's is loaded."""

    source: bytes


class Load(Struct, frozen=True, tag="load"):
    """Compile and run this source as the module `name`, and note the functions of torch that its calls use.

    Attributes:
        name: the module's.
        source: in UTF-8.
        watched: names of functions that the exercise does by hand.
    """

    name: str
    source: bytes
    watched: tuple[str, ...] = ()


class Pullback(Struct, frozen=True, tag="pullback"):
    """After the call: gradients of sum(result * cotangent) for every argument that requires grad."""

    cotangent: Array


class Apply(Struct, frozen=True, tag="apply"):
    """After the call: call the result (or its item `path`) on `inputs`.

    With a cotangent, also pull it back to every input that requires grad and every parameter of the called module.
    With `overwrite_arguments`, first fill the call's own tensor arguments with another number, which shows in a result
    that kept their memory instead of a copy.
    """

    inputs: "tuple[Value, ...]"
    path: tuple[int, ...] = ()
    cotangent: Array | None = None
    overwrite_arguments: bool = False


class Step(Struct, frozen=True, tag="step"):
    """After the call: set gradients and let the optimizer at the result's item `path` step, once for each factor.

    Step i is made with `factors[i] * gradients`: an optimizer that remembers earlier gradients moves differently from
    one that does not, even if the two agree while the gradients stay the same. A factor like the one before it sets
    nothing: the next step finds the gradients as the last one left them.
    The parameters are those of the call's module argument, which is among the reply's arguments.
    """

    path: tuple[int, ...]
    gradients: tuple[Array, ...]
    factors: tuple[float, ...] = (1.0,)


class Backward(Struct, frozen=True, tag="backward"):
    """After the call: backward() from the sum of factor * part ** 2 over the parts of the result.

    Each part's .grad afterwards is among the reply's gradients, under "0", "1" and so on.
    """

    factors: tuple[Array, ...]


class Call(Struct, frozen=True, tag="call"):
    """Call `function` with the global generator seeded with `seed`, `repeat` times with the same argument objects.

    `recording` is whether torch records for gradients when the function is called. With `before`, the function is first
    called with those arguments, and its result is described twice: at once, and after the call itself.
    """

    function: str
    arguments: "tuple[Value, ...]"
    keywords: "dict[str, Value]" = {}
    seed: int = 0
    repeat: int = 1
    then: Pullback | Apply | Step | Backward | None = None
    recording: bool = True
    before: "tuple[Value, ...] | None" = None


class CallAll(Struct, frozen=True, tag="call_all"):
    """Make these calls one after the other, as if each were asked for by itself."""

    calls: tuple[Call, ...]


class LoadAll(Struct, frozen=True, tag="load_all"):
    """Run these modules side by side, beside those that are there: known ones, which are all sent the same calls.

    Attributes:
        modules: by what a `CallEach` calls them; several may have one name.
    """

    modules: dict[str, Load]


class CallEach(Struct, frozen=True, tag="call_each"):
    """Make the same call of each of these modules, with arguments of its own.

    The reply of one that could not be run is the exception that it raised then.
    """

    call: Call
    modules: tuple[str, ...]


class RunTests(Struct, frozen=True, tag="run_tests"):
    """Run the module's functions `test_*`, each with a stand-in for an implementation of `function`.

    The first that does not pass is the last. While they run, the worker sends an `Ask` for every call of the
    stand-in, and waits for its `Answered`.

    Attributes:
        function: what the stand-in is called.
        seed: what Hypothesis draws examples from.
        examples: how many it draws for a test at most.
        only: the one test to run; "" for all.
        shrink: whether Hypothesis looks for a smaller failing example.
    """

    function: str
    seed: int
    examples: int
    only: str = ""
    shrink: bool = False


# ---- worker to judge ----


class TraceFrame(Struct, frozen=True):
    """A line of the learner's own file in a traceback; columns count UTF-8 bytes from 0, -1 where unknown."""

    line: int
    column: int
    end_column: int
    function: Text


class Printed(Struct, frozen=True):
    """The first part of what was printed, and how many characters were left out."""

    text: Annotated[str, Meta(max_length=MAX_PRINTED)] = ""
    dropped: Annotated[int, Meta(ge=0)] = 0


class Ready(Struct, frozen=True, tag="ready"):
    """Torch is loaded."""

    torch: str


class Broken(Struct, frozen=True, tag="broken"):
    """The worker itself cannot work (torch is missing, say): never the learner's doing."""

    message: str


class Loaded(Struct, frozen=True, tag="loaded"):
    """The module ran; these of its names can be called."""

    functions: Annotated[tuple[Text, ...], Meta(max_length=10_000)]
    printed: Printed


class Raised(Struct, frozen=True, tag="raised"):
    """An exception left the learner's code. `near` is a name that exists and looks like the one that does not."""

    exception: Name
    message: Text
    frames: Annotated[tuple[TraceFrame, ...], Few]
    missing_module: Name | None
    printed: Printed
    near: Name | None = None


class Observed(Struct, frozen=True):
    """What the request's `then` saw: a value, gradients by name, or why it could not be done."""

    value: "Value" = None
    gradients: Annotated[dict[Name, Array | None], Few] = {}
    problem: Text | None = None


class Returned(Struct, frozen=True, tag="returned"):
    """A call came back.

    `results` has one entry a repetition, taken when it was returned; `arguments` are the arguments afterwards; `used`
    are the watched functions that were called, or `WATCH_ENDED`; `earlier` is the result of the call before, at once
    and afterwards.
    Where a result, or an item of one that is a tuple, is an argument itself, `aliases` has that argument's index, else
    -1.
    Everything from `reseeded` on is a claim, for only the worker can see it.
    """

    results: "Annotated[tuple[Value, ...], Few]"
    arguments: "Annotated[tuple[Value, ...], Few]"
    observed: Observed | None
    reseeded: bool
    default_dtype: Name
    grad_enabled: bool
    events: Annotated[tuple[Name, ...], Few]
    printed: Printed
    used: Annotated[tuple[Name, ...], Few] = ()
    earlier: "tuple[Value, Value] | None" = None
    aliases: Annotated[tuple[int, ...], Few] = ()


class Each(Struct, frozen=True, tag="each"):
    """What came of the same call of several modules, in their order."""

    replies: tuple[Returned | Raised, ...]


class All(Struct, frozen=True, tag="all"):
    """What came of some calls, in their order: a `Returned` or `Raised` each, encoded, and its CPU seconds, a claim."""

    replies: tuple[bytes, ...]
    seconds: tuple[float, ...]


class Ask(Struct, frozen=True, tag="ask"):
    """A test that is running calls its stand-in: what does the implementation say?"""

    call: Call


TestsEnd = Literal["passed", "failed", "skipped", "exited", "signature", "none"]


class TestsRan(Struct, frozen=True, tag="tests_ran"):
    """How a module's tests ended. A claim, like everything that a worker says.

    Attributes:
        end: "passed" if all did; "none" if there is no test.
        test: the one that did not pass.
        raised: the exception that left it.
        printed: what all of them printed.
    """

    end: TestsEnd
    test: Name = ""
    raised: Raised | None = None
    printed: Printed = Printed()


# ---- judge to worker, while its tests run ----


class Answered(Struct, frozen=True, tag="answered"):
    """What an implementation replied to an `Ask`."""

    reply: Returned | Raised


Request = Builders | Load | Call | CallAll | LoadAll | CallEach | RunTests | Answered
Reply = Ready | Broken | Loaded | Raised | Returned | All | Each | Ask | TestsRan
