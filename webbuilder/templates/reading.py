"""Reading templates from files: what no site could be begun from is told by its place, and not offered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import ValidationError

from webbuilder.components import registry
from webbuilder.images import drawn
from webbuilder.problems import Problem, pointer
from webbuilder.templates.models import Template
from webbuilder.tracing import log
from webbuilder.workflows.kinds import STEPS, troubles

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
        template = Template.model_validate_json(path.read_bytes())
    except OSError as unread:
        raise _broken(path, "", f"it cannot be read ({unread.strerror}).") from unread
    except ValidationError as invalid:
        first = invalid.errors(include_url=False, include_input=False, include_context=False)[0]
        raise _broken(path, pointer(*first["loc"]), first["msg"]) from invalid
    if found := next(_all_trouble(template), None):
        raise _broken(path, *found)
    for page in template.pages:
        page.properties = registry.checked(page.type, page.properties)  # its theme is asked for to draw it
    return template


def _all_trouble(template: Template) -> Iterator[tuple[str, str]]:
    if not template.pages:
        yield pointer("pages"), "there is no page."
    for number, plan in enumerate(template.workflows):
        try:
            lacks = troubles(STEPS.validate_python(plan.steps), plan.trigger)
        except ValidationError as invalid:
            yield pointer("workflows", number, "steps"), f"{invalid.errors()[0]['msg']}."
        else:
            for one in lacks:
                at = [one.step - 1] if one.step else []
                yield pointer("workflows", number, "steps", *at), one.words
    starts = {plan.name for plan in template.workflows}
    for number, page in enumerate(template.pages):
        if page.type != "page":
            yield pointer("pages", number), f"{registry.spoken(page.type)} stands where a page belongs."
        yield from _trouble(page, pointer("pages", number), starts)


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
    if node.type == "image" and drawn.lacks(properties["address"]):
        yield place, f"nobody has drawn {properties['address']}. Draw it, or show another picture."
    kind = registry.TYPES[node.type]
    if not kind.least <= len(node.children) <= (kind.most or len(node.children)):
        yield place, f"there can be {kind.least} to {kind.most} side by side, and not {len(node.children)}."
    for number, child in enumerate(node.children):
        where = place + pointer("children", number)
        if child.type in registry.TYPES and child.type not in kind.holds:
            yield where, f"{registry.spoken(node.type)} cannot hold {registry.spoken(child.type)}."
        yield from _trouble(child, where, starts)


def usable(paths: Iterable[Path]) -> Iterator[Template]:
    """Yield the template of each file that has one; of the others the log tells what is wrong with them."""
    for path in paths:
        try:
            yield read(path)
        except BrokenTemplate as broken:
            log().error("template left out", reason=str(broken))
