"""What a syntax tree says of definitions: a module's functions, and the name that an attribute is one of."""

import ast

FunctionNode = ast.FunctionDef | ast.Lambda


def defined_function(statement: ast.stmt) -> tuple[str, FunctionNode] | None:
    """The function that a statement defines, and its name; None for one that defines none."""
    match statement:
        case ast.FunctionDef(name=name):
            return name, statement
        case ast.Assign(targets=[ast.Name(id=name)], value=ast.Lambda() as function):
            return name, function
    return None


def top_level_functions(tree: ast.Module) -> list[tuple[str, FunctionNode]]:
    """Every definition of a function at the top level, in order; of one name there may be several, the last counts."""
    return [found for found in map(defined_function, tree.body) if found is not None]


def root_name(node: ast.expr) -> ast.Name | None:
    """The name that an attribute is one of, where nothing but dots lies between."""
    while isinstance(node, ast.Attribute):
        node = node.value
    return node if isinstance(node, ast.Name) else None
