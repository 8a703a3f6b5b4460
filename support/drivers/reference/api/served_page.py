"""A served page as a visitor without a browser reads it: its words, and its form as it was served."""

from __future__ import annotations

from html.parser import HTMLParser

_SILENT = {"style", "script", "title", "head"}
_VOID = {"input", "meta", "link", "img", "br"}


class LivePage(HTMLParser):
    """The words of a served page, and its first form with the fields it was served with."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.action: str | None = None
        self.fields: dict[str, str] = {}
        self._forms = 0
        self._open: list[str] = []
        self.feed(markup)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note forms and their fields."""
        given = dict(attrs)
        self._forms += tag == "form"
        if tag == "form" and self._forms == 1:
            self.action = given.get("action")
        elif tag == "input" and given.get("name") and "form" in self._open and self._forms == 1:
            self.fields[str(given["name"])] = given.get("value") or ""
        if tag not in _VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Leave an element."""
        if tag in self._open:
            while self._open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        """Note the words that a visitor sees."""
        if data.strip() and not _SILENT & set(self._open):
            self.words.append(" ".join(data.split()))
