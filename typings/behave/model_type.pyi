from enum import Enum

class FileLocation:
    filename: str
    line: int | None
    def __init__(self, filename: str, line: int | None = ...) -> None: ...

class Status(Enum):
    untested = 1
    skipped = 10
    passed = 11
    failed = 20
    error = 21
    hook_error = 22
    cleanup_error = 23
    undefined = 30
    pending = 31
    @classmethod
    def from_name(cls, name: str) -> Status: ...
    def has_failed(self) -> bool: ...
    def is_final(self) -> bool: ...
