"""What the specifications import is what a team with a platform of its own installs."""

from __future__ import annotations

import ast
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

OURS = {"support", "webbuilder", "tests", "features"}
# Rooms of this project's own commands, and those that an extra brings; each says in words what it lacks.
OTHERS = (
    *("support/bench", "support/sensitivity", "support/conformance.py"),
    *("support/runner/cluster.py", "support/drivers/engines", "support/load/users.py"),
)


def pinned(file: str) -> set[str]:
    """Return the distributions that a file of requirements brings."""
    lines = Path(f"requirements/{file}.txt").read_text("utf-8").splitlines()
    return {line.partition("==")[0].strip() for line in lines if "==" in line and not line.startswith(" ")}


def imported(path: Path) -> set[str]:
    """Return the packages that a module imports, wherever in it."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name.partition(".")[0] for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.partition(".")[0])
    return found - set(sys.stdlib_module_names) - OURS


def test_whatever_the_specifications_import_is_installed_with_them() -> None:
    distributions, brought = packages_distributions(), pinned("specs")
    modules = [*Path("support").rglob("*.py"), *Path("features").rglob("*.py")]
    lacking = {
        path.as_posix(): package
        for path in modules
        if not path.as_posix().startswith(OTHERS)
        for package in imported(path)
        if not {name.lower().replace("_", "-") for name in distributions.get(package, [package])} & brought
    }
    assert not lacking


def test_whatever_is_declared_is_pinned() -> None:
    project = tomllib.loads(Path("pyproject.toml").read_text("utf-8"))["project"]
    for file in ("specs", "dev"):
        names = {one.partition("[")[0] for one in pinned(file)}
        assert {one.replace("<", ">").partition(">")[0] for one in project["dependencies"]} <= names
