"""Replacing a piece of what a browser gets: of a script that the builder serves, of a screen's template."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from webbuilder.faults.counting import Firing
from webbuilder.faults.functions import Function, Original
from webbuilder.faults.holding import placed
from webbuilder.faults.records import Kind, NoHoldError

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

_STATIC = "/static"
_OWN_FILES = "webbuilder.screens.application:own_files"
_TEMPLATES = "webbuilder.screens.application:TEMPLATES"


def _replaced_once(text: str, old: str, new: str, place: str) -> str:
    times = text.count(old)
    if times != 1:
        raise NoHoldError(f"{place} holds “{old}” {times} times, and it must stand there exactly once")
    return text.replace(old, new)


@dataclass(frozen=True, slots=True)
class Script:
    """A piece of a served script; `old` stands in it exactly once."""

    path: str
    old: str
    new: str
    kind: Kind = "script"

    @property
    def targets(self) -> tuple[str, ...]:
        """The path of the script."""
        return (self.path,)

    def switch_on(self, firing: Firing) -> None:
        """Serve the changed script at its path, and count each time.

        Raises:
            NoHoldError: nothing is served there, or `old` is not in it exactly once.
        """
        changed = _replaced_once(self._served(), self.old, self.new, self.path)

        def own_files(original: Original) -> ASGIApp:
            return _Instead(original(), self.path, changed, firing)

        Function(_OWN_FILES, own_files, counts_itself=True).switch_on(firing)

    def _served(self) -> str:
        files = placed(_OWN_FILES)()
        while isinstance(files, _Instead):
            files = files.others
        file, there = files.lookup_path(self.path.removeprefix(f"{_STATIC}/"))
        if there is None or not self.path.startswith(f"{_STATIC}/"):
            raise NoHoldError(f"nothing is served at {self.path}")
        with open(file, encoding="utf-8") as script:  # noqa: PTH123 - lookup_path gives names
            return script.read()


class _Instead:
    """Answers one path with a text, whole and not to be kept, whatever part of it is asked for."""

    def __init__(self, others: ASGIApp, path: str, text: str, firing: Firing) -> None:
        self.others, self._path, self._text, self._firing = others, path, text, firing

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        from starlette.responses import Response  # noqa: PLC0415 - listing the faults needs no web framework

        if scope["type"] != "http" or scope["path"] != self._path:
            await self.others(scope, receive, send)
            return
        self._firing.count()
        answer = Response(self._text, media_type="text/javascript", headers={"Cache-Control": "no-store"})
        await answer(scope, receive, send)


@dataclass(frozen=True, slots=True)
class Template:
    """A piece of a screen's template; `old` stands in it exactly once, and outside of any tag of Jinja."""

    name: str
    old: str
    new: str
    kind: Kind = "answer"

    @property
    def targets(self) -> tuple[str, ...]:
        """The name of the template, below the room of the screens."""
        return (f"screens/templates/{self.name}",)

    def switch_on(self, firing: Firing) -> None:
        """Let the template be another one, and count each time that the piece is drawn.

        Raises:
            NoHoldError: there is no such template, `old` is not in it exactly once, or it is none any more.
        """
        from jinja2 import DictLoader, TemplateError, TemplateNotFound  # noqa: PLC0415 - as above

        environment: Any = placed(_TEMPLATES).env
        try:
            text, _, _ = environment.loader.get_source(environment, self.name)
        except TemplateNotFound as gone:
            raise NoHoldError(f"there is no template {self.name}") from gone
        key = f"fired_{id(firing):x}"
        changed = _replaced_once(text, self.old, f"{{{{ {key}() }}}}{self.new}", self.name)

        def fired() -> str:
            firing.count()
            return ""

        environment.globals[key] = fired
        environment.loader = _first(DictLoader({self.name: changed}), environment.loader)
        try:
            environment.get_template(self.name)
        except TemplateError as broken:
            raise NoHoldError(f"{self.name} is no template any more ({broken})") from broken


def _first(one: Any, other: Any) -> Any:
    from jinja2 import ChoiceLoader  # noqa: PLC0415 - as above

    return ChoiceLoader([one, other])
