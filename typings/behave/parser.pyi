from behave.model import Feature

class ParserError(Exception):
    line: int | None
    line_text: str | None
    filename: str | None

def parse_file(filename: str, language: str | None = ...) -> Feature: ...
def parse_feature(data: str, language: str | None = ..., filename: str | None = ...) -> Feature: ...
