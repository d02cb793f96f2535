"""What crosses the pipe between the judge and the worker, and nothing else.

A frame is four bytes of length, big-endian, eight bytes of ticket, then one MessagePack document that validates as one
of the structs below. There is no pickle: a frame can only ever be numbers, strings, bytes and these records of them.
The ticket is random and comes back with the reply, so a frame that was written in advance, or twice, is no answer.
"""

import os
from collections.abc import Callable
from typing import IO, TypeVar

import msgspec
from msgspec import Struct

# bytes; far above any honest answer, and so small that whatever a worker fits into it costs the judge less than 256 MiB
MAX_FRAME = 6 * 1024 * 1024
_LENGTH_BYTES = 4
_TICKET_BYTES = 8
NO_TICKET = bytes(_TICKET_BYTES)  # of what a worker says without being asked: that it is ready

T = TypeVar("T")


class BadFrame(Exception):
    """Bytes that are not a frame: too long, cut short, or not of the expected form."""


# ---- values: what arguments and results are made of ----


class Array(Struct, frozen=True, tag="array"):
    """A tensor as plain data.

    `data` is the C-ordered little-endian bytes; `requires_grad` and `is_leaf` are facts when the judge sends them and
    claims when the worker does.
    """

    dtype: str
    shape: tuple[int, ...]
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

    class_name: str
    is_linear: bool
    parameters: dict[str, Array]


class Opaque(Struct, frozen=True, tag="opaque"):
    """Anything that has no form as data: its type and the beginning of its repr."""

    class_name: str
    text: str


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
    | str
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
    """Call `function` with the global generator seeded with `seed`, `repeat` times with the same argument objects."""

    function: str
    arguments: "tuple[Value, ...]"
    keywords: "dict[str, Value]" = {}
    seed: int = 0
    repeat: int = 1
    then: Pullback | Apply | Step | None = None


Request = Load | Call


# ---- worker to judge ----


class TraceFrame(Struct, frozen=True):
    """A line of the learner's own file in a traceback; columns count UTF-8 bytes from 0, -1 where unknown."""

    line: int
    column: int
    end_column: int
    function: str


class Printed(Struct, frozen=True):
    """The first part of what was printed, and how many characters were left out."""

    text: str = ""
    dropped: int = 0


class Ready(Struct, frozen=True, tag="ready"):
    """Torch is loaded."""

    torch: str


class Broken(Struct, frozen=True, tag="broken"):
    """The worker itself cannot work (torch is missing, say): never the learner's doing."""

    message: str


class Loaded(Struct, frozen=True, tag="loaded"):
    """The module ran; these of its names can be called."""

    functions: tuple[str, ...]
    printed: Printed


class Raised(Struct, frozen=True, tag="raised"):
    """An exception left the learner's code."""

    exception: str
    message: str
    frames: tuple[TraceFrame, ...]
    missing_module: str | None
    printed: Printed


class Observed(Struct, frozen=True):
    """What the request's `then` saw: a value, gradients by name, or why it could not be done."""

    value: "Value" = None
    gradients: dict[str, Array | None] = {}
    problem: str | None = None


class Returned(Struct, frozen=True, tag="returned"):
    """A call came back.

    `results` has one entry a repetition, taken when it was returned; `arguments` are the arguments afterwards.
    Everything from `reseeded` on is a claim: only the worker can see it.
    """

    results: "tuple[Value, ...]"
    arguments: "tuple[Value, ...]"
    observed: Observed | None
    reseeded: bool
    default_dtype: str
    grad_enabled: bool
    events: tuple[str, ...]
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
    return _decoded(_reply_decoder.decode, body)


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
