from typing import Any

from behave.model_type import FileLocation

class Configuration:
    userdata: dict[str, Any]
    paths: list[Any]
    format: list[str]
    outputs: list[Any]
    dry_run: bool
    verbose: bool
    stop: bool
    jobs: int
    lang: str | None
    base_dir: str
    steps_dir: str
    environment_file: str
    show_skipped: bool
    tag_expression: Any
    reporters: list[Any]
    def __init__(self, command_args: list[str] | str | None = ..., load_config: bool = ..., **kwargs: Any) -> None: ...
    def exclude(self, filename: str | FileLocation) -> bool: ...
