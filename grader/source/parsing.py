"""From a module's bytes to facts about it. For learners' modules this runs in a reader, see `grader.reader`."""

import ast
import warnings
from collections.abc import Sequence

from grader.source.decoding import UndecodableError, decode, is_utf16
from grader.source.definitions import top_level_functions
from grader.source.facts import Function, FunctionUses, Parsed, SourceFacts, Unparsed
from grader.source.names import Scope, defines_own_backward
from grader.source.plain import is_plain
from grader.source.slips import has_no_code, is_placeholder, misplaced, slips_of
from grader.source.statements import can_fail, digests_of
from grader.source.style import numbers_in, style_of

MAX_SCOPES = 2_000  # Python's compiler takes quadratic time in their number: a minute for twenty thousand
_MOST_TEXT = 1_000  # characters of a message, and of a line that is quoted
_MOST_FUNCTIONS = 200  # beyond those that are asked for
_SCOPES = (
    *(ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda),
    *(ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp),
)


def facts_of(content: bytes, functions: tuple[str, ...] | None = None) -> SourceFacts:
    """Read one module.

    Args:
        content: the file's bytes.
        functions: those whose uses of other names are looked for; None for all.
    """
    if is_utf16(content):
        return Unparsed("utf16")
    try:
        text = decode(content)
    except UndecodableError as error:
        return Unparsed("encoding", f"{error.encoding}: {error.reason}"[:_MOST_TEXT], error.line)
    tree = parse_text(text)
    if isinstance(tree, Unparsed):
        return tree
    try:
        return _facts(text, tree, functions)
    except (RecursionError, MemoryError):
        return Unparsed("depth")


def parse_text(text: str, flags: int = 0) -> ast.Module | Unparsed:
    """Return the syntax tree of a text, or why there is none, as data.

    Args:
        text: the whole of it.
        flags: of the compiler, such as `ast.PyCF_ALLOW_TOP_LEVEL_AWAIT`.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # "invalid escape sequence" and the like are not ours to report
            tree = ast.parse(text)
            if sum(isinstance(node, _SCOPES) for node in ast.walk(tree)) > MAX_SCOPES:
                return Unparsed("scopes")
            # some mistakes ("'return' outside function") only show when the tree is compiled
            compile(tree, "<module>", "exec", flags, dont_inherit=True)
    except IndentationError as error:
        return _misindented(error, text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    except SyntaxError as error:
        return _unparsed(error)
    except (RecursionError, MemoryError):
        return Unparsed("depth")
    except ValueError as error:  # a null byte
        return Unparsed("text", str(error)[:_MOST_TEXT])
    return tree


def function_facts(name: str, node: ast.FunctionDef | ast.Lambda, tree: ast.Module | None = None) -> Function:
    """The facts about a function; its slips only where the whole module is given."""
    arguments = node.args
    return Function(
        name=name,
        line=node.lineno,
        parameters=tuple(one.arg for one in (*arguments.posonlyargs, *arguments.args)),
        optional=len(arguments.defaults),
        keyword_only=tuple(one.arg for one in arguments.kwonlyargs),
        takes_any_keyword=arguments.kwarg is not None,
        is_placeholder=isinstance(node, ast.FunctionDef) and is_placeholder(node),
        slips=slips_of(node, tree) if isinstance(node, ast.FunctionDef) and tree is not None else (),
    )


def _unparsed(error: SyntaxError) -> Unparsed:
    text = (error.text or "").rstrip("\r\n")
    start, end = (error.offset or 1) - 1, (error.end_offset or 0) - 1
    return Unparsed("syntax", (error.msg or "")[:_MOST_TEXT], error.lineno, text[:_MOST_TEXT], start, end)


def _misindented(error: IndentationError, lines: Sequence[str]) -> Unparsed:
    number = min(error.lineno or 1, len(lines))  # the file may end where a block should begin
    above = next((at for at in range(number - 1, 0, -1) if lines[at - 1].partition("#")[0].strip()), None)
    return Unparsed(
        "indentation",
        (error.msg or "")[:_MOST_TEXT],
        number,
        lines[number - 1][:_MOST_TEXT],
        above=None if above is None else (above, lines[above - 1][:_MOST_TEXT]),
    )


def _facts(text: str, tree: ast.Module, functions: tuple[str, ...] | None) -> Parsed:
    definitions = dict(top_level_functions(tree))
    wanted = tuple(definitions) if functions is None else functions
    others = [name for name in definitions if name not in wanted][:_MOST_FUNCTIONS]
    listed = [name for name in (*wanted, *others) if name in definitions]
    scope = Scope(tree, text)
    return Parsed(
        text=text,
        functions=tuple(function_facts(name, definitions[name], tree if name in wanted else None) for name in listed),
        uses=tuple(FunctionUses(name, scope.uses_of(name)) for name in wanted),
        own_backward=defines_own_backward(tree),
        keeps_state=_keeps_state(tree),
        is_empty=has_no_code(tree),
        misplaced=tuple(misplaced(tree, wanted)),
        statements=digests_of(tree),
        can_fail=can_fail(tree),
        style=style_of(tree),
        numbers=numbers_in(tree),
        is_plain=is_plain(tree, wanted),
    )


def _keeps_state(tree: ast.Module) -> bool:
    """Whether a module may remember something from call to call: a list outside the functions, a list as a default."""
    lasting: list[ast.expr | None] = []
    for node in ast.walk(tree):
        match node:
            case ast.Global() | ast.Nonlocal():
                return True
            case ast.Module(body=body) | ast.ClassDef(body=body):
                lasting += [statement.value for statement in body if isinstance(statement, ast.Assign | ast.AnnAssign)]
            case ast.arguments(defaults=defaults, kw_defaults=kw_defaults):
                lasting += [*defaults, *kw_defaults]
    return any(map(_can_grow, lasting))


def _can_grow(value: ast.expr | None) -> bool:
    match value:
        case ast.Set(elts=[ast.Constant(value=str()), *_]):
            return False  # `FAILS` of a known wrong answer
        case ast.Call(func=ast.Name(id="list" | "dict" | "set")) | ast.List() | ast.Dict() | ast.Set():
            return True
    return False
