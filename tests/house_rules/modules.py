"""What every Python module of the project keeps: a first line that says its purpose, telling names, size."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

LINES, FUNCTION_LINES = 250, 40
ROOMS = ("support", "webbuilder", "features", "tests")
NO_NAMES = frozenset({"manager", "helper", "helpers", "utils", "util", "base", "data", "item"})
# aiosmtpd calls what answers the command DATA by this name
NAMED_BY_A_PROTOCOL = ("handle_DATA", "handle_data")
# a migration is written once and read as one
ONE_PIECE = "/migrations/versions/"
_BARE_IGNORE = re.compile(r"#\s*type:\s*ignore(?!\[)")
_WORDS = re.compile(r"[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])")


def breaches(path: str, source: str) -> list[str]:
    """Every breach of the house style in one module."""
    tree = ast.parse(source)
    return [f"{path}{one}" for rule in _RULES for one in rule(path, source, tree)]


def _opening(_path: str, source: str, tree: ast.Module) -> Iterator[str]:
    docstring = ast.get_docstring(tree)
    if source.strip() and (not docstring or not docstring.splitlines()[0].endswith((".", ":", "!", "?"))):
        yield ":1 does not begin with a docstring whose first line, a sentence, says what the room is for."


def _size(path: str, source: str, _tree: ast.Module) -> Iterator[str]:
    lines = len(source.splitlines())
    if lines > LINES and ONE_PIECE not in path:
        yield f" has {lines} lines; {LINES} is the limit, so make it two rooms."


def _functions(path: str, _source: str, tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree) if ONE_PIECE not in path else ():
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > FUNCTION_LINES:
                yield f":{node.lineno} {node.name} has {lines} lines; more than {FUNCTION_LINES} is too long."


def _names(path: str, _source: str, tree: ast.Module) -> Iterator[str]:
    for line, name in [(1, Path(path).stem), *_defined(tree)]:
        words = [word.lower() for word in _WORDS.findall(name)]
        if words and words[-1] in NO_NAMES and not name.startswith(("test_", *NAMED_BY_A_PROTOCOL)):
            yield f":{line} something is called {name}; name it by what it does or is."


def _defined(tree: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node.lineno, node.name
    for statement in tree.body:
        targets = (
            statement.targets if isinstance(statement, ast.Assign) else [getattr(statement, "target", None)]
        )
        yield from ((statement.lineno, target.id) for target in targets if isinstance(target, ast.Name))


def _ignores(_path: str, source: str, _tree: ast.Module) -> Iterator[str]:
    for number, line in enumerate(source.splitlines(), start=1):
        if _BARE_IGNORE.search(line):
            yield f":{number} ignores types without saying which error."


def _imports(_path: str, _source: str, tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and any(alias.name == "*" for alias in node.names):
            yield f":{node.lineno} imports everything from {node.module}; name what is used."


def _sleeps(_path: str, source: str, tree: ast.Module) -> Iterator[str]:
    lines = source.splitlines()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func) in {"time.sleep", "sleep", "asyncio.sleep"}:
            reason = "#" in lines[node.lineno - 1] or "#" in lines[max(0, node.lineno - 2)]
            if not reason:
                yield f":{node.lineno} sleeps without a reason beside it; wait for what is awaited."


def _swallowing(_path: str, _source: str, tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ExceptHandler):
            broad = node.type is None or ast.unparse(node.type) in {"Exception", "BaseException"}
            silent = all(isinstance(one, ast.Pass | ast.Continue) for one in node.body)
            if broad and silent:
                yield f":{node.lineno} swallows every error."


_RULES: tuple[Callable[[str, str, ast.Module], Iterator[str]], ...] = (
    *(_opening, _size, _functions, _names, _ignores, _imports, _sleeps, _swallowing),
)


def breaches_below(root: Path) -> list[str]:
    """Every breach in the modules of the project."""
    files = sorted(file for room in ROOMS for file in (root / room).rglob("*.py"))
    return [
        one for file in files for one in breaches(file.relative_to(root).as_posix(), file.read_text("utf-8"))
    ]
