"""Reading templates from files: what no site could be begun from is told by its place, and not offered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import ValidationError

from webbuilder.components import registry
from webbuilder.problems import Problem, pointer
from webbuilder.templates.models import Template
from webbuilder.tracing import log

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from webbuilder.templates.models import Node


class BrokenTemplate(ValueError):
    """A file that no site could be begun from; the message says where, and what is wrong."""


def read(path: Path) -> Template:
    """Return the template of a file.

    Raises:
        BrokenTemplate: it is none, or one of its components fits no page.
    """
    try:
        template = Template.model_validate_json(path.read_text("utf-8"))
    except ValidationError as invalid:
        first = invalid.errors(include_url=False, include_input=False, include_context=False)[0]
        raise _broken(path, pointer(*first["loc"]), first["msg"]) from invalid
    starts = {plan.name for plan in template.workflows}
    for number, page in enumerate(template.pages):
        for place, trouble in _trouble(page, pointer("pages", number), starts):
            raise _broken(path, place, trouble)
    return template


def _broken(path: Path, place: str, trouble: str) -> BrokenTemplate:
    return BrokenTemplate(
        f"The template {path.name} cannot be used: at {place or 'its beginning'}, {trouble}"
    )


def _trouble(node: Node, place: str, starts: set[str]) -> Iterator[tuple[str, str]]:
    try:
        properties = registry.checked(node.type, node.properties)
    except Problem as problem:
        yield place, problem.detail
        return
    if node.starts and node.starts not in starts:
        yield place, f"a form starts “{node.starts}”, and no workflow there is called so."
    if node.type == "image" and not properties["address"]:
        yield place, "an image has no address. Give it one, or leave it out."
    holds = registry.TYPES[node.type].holds
    for number, child in enumerate(node.children):
        where = place + pointer("children", number)
        if child.type in registry.TYPES and child.type not in holds:
            yield where, f"{registry.spoken(node.type)} cannot hold {registry.spoken(child.type)}."
        yield from _trouble(child, where, starts)


def usable(paths: Iterable[Path]) -> Iterator[Template]:
    """Yield the template of each file that has one; of the others the log tells what is wrong with them."""
    for path in paths:
        try:
            yield read(path)
        except BrokenTemplate as broken:
            log().error("template left out", reason=str(broken))
