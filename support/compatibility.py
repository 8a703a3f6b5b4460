"""What of a contract would break partners who keep to an earlier one, in words that they understand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from support.promised_operations import operations_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_CHOICES = ("anyOf", "oneOf", "allOf")
# Bounds of what is sent, each with the sign that makes a tighter one smaller.
_BOUNDS = {
    "maximum": 1,
    "maxLength": 1,
    "maxItems": 1,
    "minimum": -1,
    "minLength": -1,
    "minItems": -1,
}


@dataclass(frozen=True, slots=True)
class _Schema:
    """A schema and what its references lead to."""

    said: Mapping[str, Any]
    parts: Mapping[str, Any]

    def at(self, said: Mapping[str, Any]) -> _Schema:
        """Return a schema below this one, its reference followed."""
        reference = str(said.get("$ref", ""))
        return _Schema(self.parts.get(reference.rpartition("/")[2], said) if reference else said, self.parts)

    @property
    def members(self) -> Mapping[str, Any]:
        """The schemas of its properties."""
        members: Mapping[str, Any] = self.said.get("properties", {})
        return members

    @property
    def kinds(self) -> frozenset[str]:
        """The types that it lets in; empty when it lets in all."""
        said = self.said.get("type", ())
        own = {said} if isinstance(said, str) else set(said)
        for choice in _CHOICES:
            for one in self.said.get(choice, ()):
                own |= self.at(one).kinds
        return frozenset(own)

    @property
    def values(self) -> frozenset[str] | None:
        """The only values that it lets in; None when there is no such list."""
        if "const" in self.said:
            return frozenset({str(self.said["const"])})
        if "enum" in self.said:
            return frozenset(map(str, self.said["enum"]))
        chosen = [self.at(one).values for one in self.said.get("anyOf", ()) if one.get("type") != "null"]
        listed = [one for one in chosen if one is not None]
        return frozenset().union(*listed) if listed and len(listed) == len(chosen) else None


def breaks(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[str]:
    """Return what somebody who keeps to an old contract would stumble over in a new one, a sentence each."""
    was, now = operations_of(old), operations_of(new)
    return list(dict.fromkeys(
        said
        for asked, operation in was.items()
        for said in (
            _of_operation(asked, operation, now[asked], _parts(old), _parts(new))
            if asked in now
            else [f"{asked} is gone."]
        )
    ))  # fmt: skip


def is_new_major(old: Mapping[str, Any], new: Mapping[str, Any]) -> bool:
    """Whether a contract says by its version that it may break what an older one promised."""
    was, now = (int(str(one["info"]["version"]).partition(".")[0]) for one in (old, new))
    return now > was


def _parts(document: Mapping[str, Any]) -> Mapping[str, Any]:
    parts: Mapping[str, Any] = document.get("components", {}).get("schemas", {})
    return parts


def _of_operation(
    asked: str,
    was: Mapping[str, Any],
    now: Mapping[str, Any],
    old: Mapping[str, Any],
    new: Mapping[str, Any],
) -> Iterator[str]:
    yield from _of_parameters(asked, was, now, old, new)
    yield from _of_body(asked, was.get("requestBody", {}), now.get("requestBody", {}), old, new)
    for status, answer in was["responses"].items():
        if status not in now["responses"]:
            yield f"{asked} answers {status} no more."
            continue
        there = now["responses"][status].get("content", {})
        for kind, content in answer.get("content", {}).items():
            where = f"{asked}, answer {status}"
            if kind not in there:
                yield f"{where}: {kind} is answered no more."
            else:
                pair = _pair(content["schema"], there[kind]["schema"], old, new)
                yield from _of_answer(where, *pair, frozenset())


def _of_parameters(
    asked: str, was: Mapping[str, Any], now: Mapping[str, Any], old: Mapping[str, Any], new: Mapping[str, Any]
) -> Iterator[str]:
    had, has = _parameters(was), _parameters(now)
    for name, one in had.items():
        if name not in has:
            yield f"{asked} takes {name} no more."
        else:
            pair = _pair(one.get("schema", {}), has[name].get("schema", {}), old, new)
            yield from _of_request(f"{asked}, {name}", *pair, frozenset())
    for name, one in has.items():
        if one.get("required") and not had.get(name, {}).get("required"):
            yield f"{asked} asks for {name}, which could be left out."


def _parameters(operation: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    return {f"the {one['in']} parameter {one['name']}": one for one in operation.get("parameters", ())}


def _of_body(
    asked: str, was: Mapping[str, Any], now: Mapping[str, Any], old: Mapping[str, Any], new: Mapping[str, Any]
) -> Iterator[str]:
    if now.get("required") and not was.get("required"):
        yield f"{asked} asks for a body, which could be left out."
    for kind, content in was.get("content", {}).items():
        if kind not in now.get("content", {}):
            yield f"{asked} takes a body in {kind} no more."
        else:
            pair = _pair(content["schema"], now["content"][kind]["schema"], old, new)
            yield from _of_request(f"{asked}, body", *pair, frozenset())


def _pair(
    was: Mapping[str, Any], now: Mapping[str, Any], old: Mapping[str, Any], new: Mapping[str, Any]
) -> tuple[_Schema, _Schema]:
    return _Schema({}, old).at(was), _Schema({}, new).at(now)


def _of_request(where: str, was: _Schema, now: _Schema, seen: frozenset[int]) -> Iterator[str]:
    """What one could send and can send no more."""
    if id(was.said) in seen:
        return
    seen |= {id(was.said)}
    yield from _narrower(where, was, now)
    for name in now.said.get("required", ()):
        if name not in was.said.get("required", ()):
            yield f"{where}: /{name} must be sent now."
    for name, one in was.members.items():
        if name in now.members:
            yield from _of_request(f"{where}/{name}", was.at(one), now.at(now.members[name]), seen)
        elif now.said.get("additionalProperties") is False:
            yield f"{where}: /{name} can be sent no more."
    yield from _below(where, was, now, seen, _of_request)


def _of_answer(where: str, was: _Schema, now: _Schema, seen: frozenset[int]) -> Iterator[str]:
    """What one could read and can rely on no more."""
    if id(was.said) in seen:
        return
    seen |= {id(was.said)}
    if was.kinds and not _kinds_fit(now.kinds, was.kinds):
        wrong = ", ".join(sorted(now.kinds)) or "anything"
        yield f"{where}: was {', '.join(sorted(was.kinds))}, and is {wrong} now."
        return
    for name, one in was.members.items():
        if name not in now.members:
            yield f"{where}: /{name} is gone."
            continue
        if name in was.said.get("required", ()) and name not in now.said.get("required", ()):
            yield f"{where}: /{name} may be missing now."
        yield from _of_answer(f"{where}/{name}", was.at(one), now.at(now.members[name]), seen)
    yield from _below(where, was, now, seen, _of_answer)


def _narrower(where: str, was: _Schema, now: _Schema) -> Iterator[str]:
    """What values can be sent no more: by type, by a list of values, by a bound."""
    if now.kinds and not _kinds_fit(was.kinds, now.kinds):
        lost = sorted(was.kinds - now.kinds) or [
            "what is of another type than " + ", ".join(sorted(now.kinds))
        ]
        yield f"{where}: {', '.join(lost)} can be sent no more."
    elif now.values is not None and was.values is None:
        yield f"{where}: only {', '.join(sorted(now.values))} can be sent now."
    elif now.values is not None and was.values is not None and was.values - now.values:
        yield f"{where}: {', '.join(sorted(was.values - now.values))} can be sent no more."
    for bound, sign in _BOUNDS.items():
        limit, had = now.said.get(bound), was.said.get(bound)
        if limit is not None and (had is None or sign * limit < sign * had):
            yield f"{where}: {bound} is {limit} now, and was {'not limited' if had is None else had}."
    if now.said.get("pattern") not in {None, was.said.get("pattern")}:
        yield f"{where}: must look like {now.said['pattern']} now."


def _kinds_fit(wide: frozenset[str], narrow: frozenset[str]) -> bool:
    within = narrow | ({"integer"} if "number" in narrow else frozenset())
    return bool(wide) and wide <= within


def _below(where: str, was: _Schema, now: _Schema, seen: frozenset[int], look: Any) -> Iterator[str]:
    """Look at what a list has, and at the choices that both have."""
    if isinstance(was.said.get("items"), dict) and isinstance(now.said.get("items"), dict):
        yield from look(f"{where}/*", was.at(was.said["items"]), now.at(now.said["items"]), seen)
    for choice in _CHOICES:
        had, has = _named(was.said.get(choice, ())), _named(now.said.get(choice, ()))
        for name, one in had.items():
            if name in has:
                yield from look(where, was.at(one), now.at(has[name]), seen)
            elif has and "/" in name and look is _of_request:
                yield f"{where}: {name.rpartition('/')[2]} can be sent no more."


def _named(choices: Iterable[Mapping[str, Any]]) -> dict[str, Mapping[str, Any]]:
    return {str(one.get("$ref") or one.get("type") or at): one for at, one in enumerate(choices)}
