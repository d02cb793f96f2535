"""What crosses the pipe between the judge and the worker, and nothing else.

A frame is four bytes of length, big-endian, eight bytes of ticket, then one MessagePack document that validates as one
of the structs below. There is no pickle: a frame can only ever be numbers, strings, bytes and these records of them.
The ticket is random and comes back with the reply, so a frame that was written in advance, or twice, is no answer.

A worker may send anything, so everything has a limit: what is over it does not validate. The limits are far above what
an honest worker sends, and keep what the judge holds and writes down small.
"""

import os
from collections.abc import Callable, Iterable
from typing import IO, Annotated, TypeVar

import msgspec
from msgspec import Meta, Struct

# bytes; far above any honest answer, and so small that whatever a worker fits into it costs the judge less than
# 100 MiB: a text of two letters takes thirty times as much room in memory as in a frame
MAX_FRAME = 2 * 1024 * 1024
MAX_DEPTH = 16  # of lists and tuples in each other
_LENGTH_BYTES = 4
_TICKET_BYTES = 8
NO_TICKET = bytes(_TICKET_BYTES)  # of what a worker says without being asked: that it is ready

T = TypeVar("T")
Name = Annotated[str, Meta(max_length=1_000)]  # of a dtype, a class, a function
Text = Annotated[str, Meta(max_length=2_000)]  # a repr, an exception's message
Few = Meta(max_length=1_000)  # of arguments, parameters, events and the like


class BadFrame(Exception):
    """Bytes that are not a frame: too long, cut short, or not of the expected form."""


# ---- values: what arguments and results are made of ----


class Array(Struct, frozen=True, tag="array"):
    """A tensor as plain data.

    `data` is the C-ordered little-endian bytes; `requires_grad` and `is_leaf` are facts when the judge sends them and
    claims when the worker does.
    """

    dtype: Name
    shape: Annotated[tuple[int, ...], Meta(max_length=64)]
    data: bytes
    requires_grad: bool = False
    is_leaf: bool = True
    grad: "Array | None" = None


class ListValue(Struct, frozen=True, tag="list"):
    """A Python list."""

    items: "tuple[Value, ...]"


class TupleValue(Struct, frozen=True, tag="tuple"):
    """A Python tuple, named or not."""

    items: "tuple[Value, ...]"


class ModuleValue(Struct, frozen=True, tag="module"):
    """A `torch.nn.Module` as its parameters. `is_linear` says whether it is an `nn.Linear` or a subclass."""

    class_name: Name
    is_linear: bool
    parameters: Annotated[dict[Name, Array], Few]


class Opaque(Struct, frozen=True, tag="opaque"):
    """Anything that has no form as data: its type and the beginning of its repr."""

    class_name: Name
    text: Text


# ---- blueprints: small descriptions from which the worker builds real objects ----


class Linear(Struct, frozen=True, tag="Linear"):
    """`nn.Linear` that computes X @ weight + bias; weight (d, k), bias (k,), optional left-over gradients."""

    weight: Array
    bias: Array


class TwoLayer(Struct, frozen=True, tag="TwoLayer"):
    """`nn.Sequential(Linear, Tanh, Linear)`."""

    first: Linear
    second: Linear


class MSELoss(Struct, frozen=True, tag="MSELoss"):
    """`nn.MSELoss()`: the mean of (pred - target)^2 over all entries."""


class L1Loss(Struct, frozen=True, tag="L1Loss"):
    """`nn.L1Loss()`: the mean of |pred - target| over all entries."""


class AsymmetricLoss(Struct, frozen=True, tag="AsymmetricLoss"):
    """The mean of (pred - 2 * target)^2: swapped arguments give another number."""


class SGD(Struct, frozen=True, tag="SGD"):
    """`torch.optim.SGD` over the parameters of the call's module argument."""

    lr: float
    momentum: float = 0.0


class Adam(Struct, frozen=True, tag="Adam"):
    """`torch.optim.Adam` with its default betas and eps, over the parameters of the call's module argument."""

    lr: float


Value = (
    None
    | bool
    | int
    | float
    | Text
    | Array
    | ListValue
    | TupleValue
    | ModuleValue
    | Opaque
    | Linear
    | TwoLayer
    | MSELoss
    | L1Loss
    | AsymmetricLoss
    | SGD
    | Adam
)


# ---- judge to worker ----


class Load(Struct, frozen=True, tag="load"):
    """Compile and run this source as the module `name`."""

    name: str
    source: bytes


class Pullback(Struct, frozen=True, tag="pullback"):
    """After the call: gradients of sum(result * cotangent) for every argument that requires grad."""

    cotangent: Array


class Apply(Struct, frozen=True, tag="apply"):
    """After the call: call the result (or its item `path`) on `inputs`.

    With a cotangent, also pull it back to every input that requires grad and every parameter of the called module.
    With `overwrite_arguments`, first fill the call's own tensor arguments with another number: the numbers then show
    whoever kept their memory instead of a copy.
    """

    inputs: "tuple[Value, ...]"
    path: tuple[int, ...] = ()
    cotangent: Array | None = None
    overwrite_arguments: bool = False


class Step(Struct, frozen=True, tag="step"):
    """After the call: set gradients and let the optimizer at the result's item `path` step, once for each factor.

    Step i is made with `factors[i] * gradients`: an optimizer that remembers earlier gradients moves otherwise than one
    that does not, and one that only looks plain while the gradients stay the same is found out.
    The parameters are those of the call's module argument; it is then found among the arguments afterwards.
    """

    path: tuple[int, ...]
    gradients: tuple[Array, ...]
    factors: tuple[float, ...] = (1.0,)


class Call(Struct, frozen=True, tag="call"):
    """Call `function` with the global generator seeded with `seed`, `repeat` times with the same argument objects.

    `recording` is whether torch records for gradients when the function is called.
    """

    function: str
    arguments: "tuple[Value, ...]"
    keywords: "dict[str, Value]" = {}
    seed: int = 0
    repeat: int = 1
    then: Pullback | Apply | Step | None = None
    recording: bool = True


Request = Load | Call


# ---- worker to judge ----


class TraceFrame(Struct, frozen=True):
    """A line of the learner's own file in a traceback; columns count UTF-8 bytes from 0, -1 where unknown."""

    line: int
    column: int
    end_column: int
    function: Text


class Printed(Struct, frozen=True):
    """The first part of what was printed, and how many characters were left out."""

    text: Annotated[str, Meta(max_length=64 * 1024)] = ""
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
    """An exception left the learner's code."""

    exception: Name
    message: Text
    frames: Annotated[tuple[TraceFrame, ...], Few]
    missing_module: Name | None
    printed: Printed


class Observed(Struct, frozen=True):
    """What the request's `then` saw: a value, gradients by name, or why it could not be done."""

    value: "Value" = None
    gradients: Annotated[dict[Name, Array | None], Few] = {}
    problem: Text | None = None


class Returned(Struct, frozen=True, tag="returned"):
    """A call came back.

    `results` has one entry a repetition, taken when it was returned; `arguments` are the arguments afterwards.
    Everything from `reseeded` on is a claim: only the worker can see it.
    """

    results: "Annotated[tuple[Value, ...], Few]"
    arguments: "Annotated[tuple[Value, ...], Few]"
    observed: Observed | None
    reseeded: bool
    default_dtype: Name
    grad_enabled: bool
    events: Annotated[tuple[Name, ...], Few]
    printed: Printed


Reply = Ready | Broken | Loaded | Raised | Returned


_encoder = msgspec.msgpack.Encoder()
_request_decoder: msgspec.msgpack.Decoder[Request] = msgspec.msgpack.Decoder(Request)
_reply_decoder: msgspec.msgpack.Decoder[Reply] = msgspec.msgpack.Decoder(Reply)


def decode_request(body: bytes) -> Request:
    """Return the request in `body`; raises BadFrame."""
    return _decoded(_request_decoder.decode, body)


def decode_reply(body: bytes) -> Reply:
    """Return the reply in `body`; raises BadFrame."""
    reply = _decoded(_reply_decoder.decode, body)
    # whoever goes through a value calls itself once a level, and Python's stack is not endless. Counting the word that
    # every list has in it tells nearly all replies apart at no cost
    if body.count(b"items") > MAX_DEPTH and isinstance(reply, Returned):
        observed = () if reply.observed is None else (reply.observed.value,)
        if _depth((*reply.results, *reply.arguments, *observed)) > MAX_DEPTH:
            raise BadFrame(f"it is nested deeper than {MAX_DEPTH} lists")
    return reply


def _depth(values: "Iterable[Value]") -> int:
    """How deep lists and tuples lie in each other, found without a call for each level."""
    depth, level = 0, [value for value in values if isinstance(value, ListValue | TupleValue)]
    while level:
        depth += 1
        level = [item for value in level for item in value.items if isinstance(item, ListValue | TupleValue)]
    return depth


def _decoded(decode: Callable[[bytes], T], body: bytes) -> T:
    try:
        return decode(body)
    # RecursionError: nested deeper than the decoder goes; ValueError: text that is not UTF-8
    except (msgspec.MsgspecError, ValueError, RecursionError, MemoryError) as error:
        raise BadFrame(str(error)) from None


def new_ticket() -> bytes:
    """A ticket that nobody can know before it is used."""
    return os.urandom(_TICKET_BYTES)


def write_frame(stream: IO[bytes], message: object, ticket: bytes = NO_TICKET) -> None:
    """Write one frame and flush it; raises OSError when the other end is gone, BadFrame for a message too long."""
    body = _encoder.encode(message)
    if len(body) > MAX_FRAME:
        raise BadFrame(f"a frame of {len(body)} bytes is over the limit of {MAX_FRAME}")
    stream.write(len(body).to_bytes(_LENGTH_BYTES, "big") + ticket + body)
    stream.flush()


def read_frame(stream: IO[bytes]) -> tuple[bytes, bytes]:
    """Return the ticket and the body of the next frame.

    Raises:
        EOFError: a clean end.
        BadFrame: anything but a whole frame.
    """
    header = stream.read(_LENGTH_BYTES + _TICKET_BYTES)
    if not header:
        raise EOFError
    size, ticket = int.from_bytes(header[:_LENGTH_BYTES], "big"), header[_LENGTH_BYTES:]
    if len(header) < _LENGTH_BYTES + _TICKET_BYTES or size > MAX_FRAME:
        raise BadFrame(f"not a frame: it announces {size} bytes")
    body = stream.read(size)
    if len(body) < size:
        raise BadFrame("a frame was cut short")
    return ticket, body
