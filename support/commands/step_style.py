"""The house style of steps, from their source: thin, explained, typed, nothing captured for nothing."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

BODY_LINES = 5
CONTEXT = frozenset({"world", "table", "text"})
KEYWORDS = frozenset({"given", "when", "then", "step"})
_BRANCHES = (
    ast.If,
    ast.IfExp,
    ast.For,
    ast.While,
    ast.Try,
    ast.Match,
    ast.With,
    ast.AsyncFor,
    ast.comprehension,
)
_FIELD = re.compile(r"(?<!\{)\{([^{}:]*)(:[^{}]+)?\}(?!\})")


def breaches(path: str, source: str) -> list[str]:
    """Every breach of the house style in one step file, as `path:line what is wrong and what to do`."""
    name = Path(path).name
    found = [] if name.endswith("_steps.py") else [f"{path} holds steps and is not named <domain>_steps.py."]
    tree = ast.parse(source)
    found += [
        f"{path}:{node.lineno} sleeps; wait for what is awaited."
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and ast.unparse(node.func).rsplit(".", maxsplit=1)[-1] in {"sleep", "wait_for_timeout"}
    ]
    found += [
        f"{path}:{node.lineno} judges past the world, so nobody counts it; use context.world.assert_that."
        for node in ast.walk(tree)
        if isinstance(node, ast.Assert)
        or (isinstance(node, ast.ImportFrom) and "assert_that" in {name.name for name in node.names})
    ]
    for function in (node for node in tree.body if isinstance(node, ast.FunctionDef)):
        pattern = _pattern(function)
        if pattern is not None:
            found += [
                f"{path}:{function.lineno} {function.name} {one}"
                for rule in _RULES
                for one in rule(function, pattern)
            ]
    return found


def _pattern(function: ast.FunctionDef) -> str | None:
    for decorator in function.decorator_list:
        if (
            isinstance(decorator, ast.Call)
            and isinstance(decorator.func, ast.Name)
            and decorator.func.id in KEYWORDS
        ):
            text = decorator.args[0] if decorator.args else None
            return text.value if isinstance(text, ast.Constant) and isinstance(text.value, str) else ""
    return None


def _body(function: ast.FunctionDef) -> list[ast.stmt]:
    return function.body[1:] if ast.get_docstring(function) else function.body


def _explained(function: ast.FunctionDef, _: str) -> Iterator[str]:
    docstring = ast.get_docstring(function)
    if not docstring or len(docstring.splitlines()) != 1:
        yield "has no docstring of one line; say when an author uses the sentence."


def _thin(function: ast.FunctionDef, _: str) -> Iterator[str]:
    body = _body(function)
    if not body:
        yield "does nothing; a step without a body passes always."
        return
    lines = (body[-1].end_lineno or 0) - body[0].lineno + 1
    if lines > BODY_LINES:
        yield f"has a body of {lines} lines; {BODY_LINES} is the limit, so move the work behind a port."
    if all(
        isinstance(one, ast.Pass) or (isinstance(one, ast.Expr) and isinstance(one.value, ast.Constant))
        for one in body
    ):
        yield "does nothing; a step without a body passes always."


def _straight(function: ast.FunctionDef, _: str) -> Iterator[str]:
    for node in ast.walk(function):
        if isinstance(node, _BRANCHES):
            yield "branches, loops or tries; a step is one call."
            return


def _captures(function: ast.FunctionDef, pattern: str) -> Iterator[str]:
    arguments = [argument.arg for argument in function.args.args[1:]]
    fields = [(name, kind) for name, kind in _FIELD.findall(pattern)]
    for name, kind in fields:
        if not kind:
            yield f"captures {{{name}}} without a type; a plain capture takes too much."
        if name not in arguments:
            yield f"captures {{{name}}} and does not take it."
    used = {name for statement in _body(function) for name in _names_outside_messages(statement)}
    for name in arguments:
        if name not in used:
            yield f"takes {name} and ignores it (a message is no use), so it would pass with any {name}."


def _names_outside_messages(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Name):
        yield node.id
    if not isinstance(node, ast.JoinedStr):
        for child in ast.iter_child_nodes(node):
            yield from _names_outside_messages(child)


def _context(function: ast.FunctionDef, _: str) -> Iterator[str]:
    context = function.args.args[0].arg if function.args.args else "context"
    for node in ast.walk(function):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == context:
            if node.attr == "execute_steps":
                yield "calls another step; call what that step calls."
            elif node.attr not in CONTEXT:
                yield f"touches context.{node.attr}; a step knows world, table and text alone."


_RULES: tuple[Callable[[ast.FunctionDef, str], Iterator[str]], ...] = (
    _explained,
    _thin,
    _straight,
    _captures,
    _context,
)


def breaches_below(root: Path) -> list[str]:
    """Every breach in the step files of a project."""
    files = sorted((root / "features" / "steps").glob("*.py"))
    return [
        one for file in files for one in breaches(file.relative_to(root).as_posix(), file.read_text("utf-8"))
    ]
