"""Mutation adequacy: change the solutions in small ways and see whether the hidden tests notice.

    python tests/benchmarks/mutants.py [EXERCISE…]

Prints every mutant that survives, with its line. A survivor is either a gap in the tests or an equivalent program;
those that are known to be equivalent are listed below with the reason.
"""

import ast
import copy
import math
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from grader.course.file import Course, Exercise, load_course
from grader.pipe.pool import Workers
from grader.proof.known_answers import grade_known
from grader.source.module import Source, parse

ROOT = Path(__file__).resolve().parents[2]
_ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.MatMult: ast.Mult,
    ast.Pow: ast.Mult,
    ast.Mod: ast.Mult,
}
_COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}


# exercise, beginnings of the line and of the change -> why the changed program is right as well
EQUIVALENT = {
    ("ex08_training_loop", "for ", "(weight, bias)  ->"): "the order in which the two are updated is free",
    ("ex08_training_loop", "print(", "loss.item()  ->"): "a tensor of one number is printed like that number",
    ("ex10_multi_output", "y = ", "torch.tensor(targets, dtype"): "whole numbers become float32 beside predictions",
}


@dataclass(frozen=True)
class Mutant:
    """A changed solution, and the change in words."""

    line: int
    code: str
    change: str
    text: str


def mutants(source: Source) -> Iterator[Mutant]:
    """Every single change of the module's functions."""
    tree = ast.parse(source.code)
    for function in tree.body:
        if isinstance(function, ast.FunctionDef):
            # a type hint computes nothing
            function.returns = None
            for argument in function.args.args:
                argument.annotation = None
    for index in range(sum(1 for _ in ast.walk(tree))):
        for operator in OPERATORS:
            changed = copy.deepcopy(tree)
            node = next(node for at, node in enumerate(ast.walk(changed)) if at == index)
            before = ast.unparse(node) if isinstance(node, ast.expr | ast.stmt) else ""
            if operator(node):
                after = ast.unparse(node) if isinstance(node, ast.expr | ast.stmt) else ""
                line = getattr(node, "lineno", 0)
                code = source.lines[line - 1].strip() if line else ""
                yield Mutant(line, code, f"{before}  ->  {after}".replace("\n", "; ")[:110], ast.unparse(changed))


def _arithmetic(node: ast.AST) -> bool:
    if isinstance(node, ast.BinOp | ast.AugAssign) and type(node.op) in _ARITHMETIC:
        node.op = _ARITHMETIC[type(node.op)]()
        return True
    return False


def _comparison(node: ast.AST) -> bool:
    if isinstance(node, ast.Compare) and type(node.ops[0]) in _COMPARISONS:
        node.ops[0] = _COMPARISONS[type(node.ops[0])]()
        return True
    return False


def _constant(node: ast.AST) -> bool:
    if isinstance(node, ast.Constant) and isinstance(node.value, int | float):
        node.value = not node.value if isinstance(node.value, bool) else node.value + 1
        return True
    return False


def _statement(node: ast.AST) -> bool:
    docstring = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    if isinstance(node, ast.Assign | ast.AugAssign | ast.Expr) and not docstring:
        # in place: the block that holds it need not be known
        node.__class__ = ast.Pass  # type: ignore[assignment]
        return True
    return False


def _keyword(node: ast.AST) -> bool:
    if isinstance(node, ast.Call) and node.keywords:
        node.keywords.pop()
        return True
    return False


def _boolean(node: ast.AST) -> bool:
    if isinstance(node, ast.BoolOp):
        node.op = ast.And() if isinstance(node.op, ast.Or) else ast.Or()
        return True
    return False


def _items(node: ast.AST) -> bool:
    if isinstance(node, ast.Tuple) and isinstance(node.ctx, ast.Load) and len(node.elts) == 2:
        node.elts.reverse()
        return True
    return False


def _left_alone(node: ast.AST) -> bool:
    return isinstance(node, ast.BinOp) and _become(node, node.left)


def _right_alone(node: ast.AST) -> bool:
    return isinstance(node, ast.BinOp) and _become(node, node.right)


def _called_alone(node: ast.AST) -> bool:
    """`loss.item()` becomes `loss`, and `torch.mean(squares)` becomes `squares`."""
    match node:
        case ast.Call(func=ast.Attribute(value=ast.Name(id="torch" | "nn" | "F")) | ast.Name(), args=[first, *_]):
            return _become(node, first)
        case ast.Call(func=ast.Attribute(value=ast.expr() as receiver)):
            return _become(node, receiver)
    return False


def _become(node: ast.AST, other: ast.AST) -> bool:
    """Put `other` in the place of `node`, whatever holds that."""
    node.__class__, node.__dict__ = other.__class__, other.__dict__
    return True


OPERATORS = (
    *(_arithmetic, _left_alone, _right_alone, _comparison, _constant),
    *(_statement, _keyword, _called_alone, _boolean, _items),
)


def survivors(course: Course, exercise: Exercise, workers: Workers) -> tuple[int, list[Mutant]]:
    """How many mutants there are, and those that the hidden tests let pass."""
    solution = parse(exercise.name, course.path("solutions", exercise).read_bytes())
    assert isinstance(solution, Source)
    total, alive = 0, []
    for mutant in mutants(solution):
        source = parse(exercise.name, mutant.text.encode())
        if not isinstance(source, Source) or mutant.text == ast.unparse(ast.parse(solution.code)):
            continue
        total += 1
        if grade_known(course, exercise, source, workers, ("hidden",)).status == "passed":
            alive.append(mutant)
    return total, alive


def main() -> None:
    """Mutate the asked exercises, or all."""
    course = load_course(ROOT)
    course = replace(course, limits=replace(course.limits, call_seconds=2.0, submission_seconds=math.inf))
    chosen = [course.find(name) for name in sys.argv[1:]] or list(course.exercises)
    for exercise in chosen:
        with Workers(course.limits) as workers:
            total, alive = survivors(course, exercise, workers)
        print(f"{exercise.name}: {total} mutants, {len(alive)} survive", flush=True)
        for mutant in alive:
            known = [
                why
                for (name, code, change), why in EQUIVALENT.items()
                if name == exercise.name and mutant.code.startswith(code) and mutant.change.startswith(change)
            ]
            print(f"    line {mutant.line}: {mutant.change}" + (f"   (equivalent: {known[0]})" if known else ""))


if __name__ == "__main__":
    main()
