from collections.abc import Callable
from typing import Any

from behave.model_type import FileLocation

class Argument:
    name: str | None
    value: Any
    original: str
    start: int | None

class Match:
    func: Callable[..., Any]
    arguments: list[Argument]
    location: FileLocation

class NoMatch(Match): ...

class Matcher:
    pattern: str
    func: Callable[..., Any]
    step_type: str
    location: FileLocation
    def match(self, step_name: str) -> Match | None: ...

def register_type(**kwargs: Callable[[str], Any]) -> None: ...
def use_step_matcher(name: str) -> None: ...
