"""Who may import whom, read from the source: imports point downwards only."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOMS = ("features", "support", "webbuilder", "tests")
REFERENCE_DRIVERS = "support.drivers.reference"
MAY_NAME_REFERENCE_DRIVERS = ("support/drivers/reference/", "support/target/")
PORT_VERBS = 8
# a page is closed at sixteen verbs; it is the one port that is not of the domain
PAGE_VERBS = 16


def imported(source: str, package: str = "") -> Iterator[tuple[int, str]]:
    """Each module that a source imports, with its line; relative imports told from its own package."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
            module = ".".join([*above, *([node.module] if node.module else [])])
            yield node.lineno, module
            yield from ((node.lineno, f"{module}.{alias.name}") for alias in node.names)


def breaches(path: str, source: str) -> list[str]:
    """Every import of one module that points upwards or sideways."""
    package = ".".join(Path(path).with_suffix("").parts[:-1])
    found = [(line, name) for line, name in imported(source, package) if _forbidden(path, name)]
    return sorted({f"{path}:{line} imports {name}, {_forbidden(path, name)}" for line, name in found})


def _forbidden(path: str, name: str) -> str | None:  # noqa: PLR0911 - a rule a line reads best
    room, wanted = path.split("/", maxsplit=1)[0], name.split(".", maxsplit=1)[0]
    if room == "features" and wanted in ROOMS and wanted != "support":
        return "but features know support only."
    if room == "support" and wanted in {"features", "webbuilder", "tests"}:
        return "but support knows neither features nor the platform."
    if room == "webbuilder" and wanted in {"features", "support", "tests"}:
        return "but the platform knows nothing of what specifies it."
    if room == "tests" and wanted == "webbuilder" and not path.startswith("tests/webbuilder/"):
        return "but only tests/webbuilder may import the platform."
    if room == "support" and _of(name, REFERENCE_DRIVERS) and not path.startswith(MAY_NAME_REFERENCE_DRIVERS):
        return "but which drivers are used is the target's to say."
    if path.startswith("support/drivers/") and _of(name, "support.runner"):
        return "but drivers know nothing of the runner."
    return None


def _of(name: str, package: str) -> bool:
    return name == package or name.startswith(package + ".")


def mentions_of_reference_drivers(path: str, source: str) -> list[str]:
    """Where code outside the targets names the reference drivers in a string: an import by another door."""
    if not path.startswith("support/") or path.startswith(MAY_NAME_REFERENCE_DRIVERS):
        return []
    return [
        f"{path}:{node.lineno} names {node.value}; which drivers are used is the target's to say."
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and _of(node.value, REFERENCE_DRIVERS)
    ]


def wide_ports(path: str, source: str) -> list[str]:
    """The ports (Protocols) of a module that have more verbs than a port may have."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ClassDef) and any(
            ast.unparse(one).split("[")[0].endswith("Protocol") for one in node.bases
        ):
            verbs = [
                one.name
                for one in node.body
                if isinstance(one, ast.FunctionDef) and not one.name.startswith("_")
            ]
            limit = PAGE_VERBS if node.name == "Page" else PORT_VERBS
            if len(verbs) > limit:
                found.append(
                    f"{path}:{node.lineno} {node.name} has {len(verbs)} verbs; {limit} is the limit."
                )
    return found


def sources_below(root: Path) -> Iterator[tuple[str, str]]:
    """Each module of the project as path and source."""
    for room in ROOMS:
        for file in sorted((root / room).rglob("*.py")):
            yield file.relative_to(root).as_posix(), file.read_text("utf-8")
