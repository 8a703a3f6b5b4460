from typing import Any

from behave.configuration import Configuration
from behave.formatter.base import Formatter

def make_formatters(config: Configuration, stream_openers: list[Any]) -> list[Formatter]: ...
