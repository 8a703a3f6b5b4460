from collections.abc import Callable, Iterable, Iterator
from types import TracebackType
from typing import Any

from behave.configuration import Configuration
from behave.model_type import FileLocation, Status

class Tag(str): ...

class Row:
    headings: list[str]
    cells: list[str]
    line: int
    id: str
    def __getitem__(self, name: str | int) -> str: ...
    def __iter__(self) -> Iterator[str]: ...
    def items(self) -> Iterable[tuple[str, str]]: ...
    def as_dict(self) -> dict[str, str]: ...

class Table:
    headings: list[str]
    rows: list[Row]
    def __iter__(self) -> Iterator[Row]: ...
    def __getitem__(self, index: int) -> Row: ...

class Statement:
    filename: str
    line: int
    keyword: str
    name: str
    location: FileLocation
    error_message: str | None
    exception: BaseException | None
    exc_traceback: TracebackType | None
    hook_failed: bool
    duration: float

class Step(Statement):
    step_type: str
    text: str | None
    table: Table | None
    status: Status

class TaggedStatement(Statement):
    type: str
    tags: list[Tag]
    description: list[str]
    parent: Any
    should_skip: bool
    skip_reason: str | None
    @property
    def effective_tags(self) -> set[Tag]: ...
    @property
    def status(self) -> Status: ...

class Background(Statement):
    steps: list[Step]

class Examples(Statement):
    table: Table | None
    tags: list[Tag]

class Scenario(TaggedStatement):
    feature: Feature
    steps: list[Step]
    background: Background | None
    run: Callable[[Any], bool]
    _row: Row | None
    @property
    def all_steps(self) -> Iterator[Step]: ...
    def clear_status(self) -> None: ...
    def set_status(self, status: Status) -> None: ...
    def should_run(self, config: Configuration | None = ...) -> bool: ...
    def skip(self, reason: str | None = ..., require_not_executed: bool = ...) -> None: ...
    def mark_skipped(self, reason: str | None = ...) -> None: ...

class ScenarioOutline(Scenario):
    examples: list[Examples]
    @property
    def scenarios(self) -> list[Scenario]: ...

class Rule(TaggedStatement):
    run_items: list[Scenario]
    background: Background | None
    def walk_scenarios(self, with_outlines: bool = ...) -> list[Scenario]: ...

class Feature(TaggedStatement):
    run_items: list[Rule | Scenario]
    rules: list[Rule]
    background: Background | None
    def walk_scenarios(self, with_outlines: bool = ..., with_rules: bool = ...) -> list[Scenario]: ...
    def run(self, runner: Any) -> bool: ...
