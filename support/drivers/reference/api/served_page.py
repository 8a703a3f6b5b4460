"""A served page as a visitor without a browser reads it: its words, and its form as it was served."""

from __future__ import annotations

from html.parser import HTMLParser

_SILENT = {"style", "script", "title", "head"}
_VOID = {"input", "meta", "link", "img", "br"}


_FIELDS = {"input", "select", "textarea"}


class LivePage(HTMLParser):
    """The words of a served page, and its first form with the fields it was served with.

    `labels` are the names of the form's fields by their labels; what is ticked or chosen is not in `fields`
    until somebody answers. `frames` are what of others is shown: title and address. `links` lead from the
    words of each link to its address. `headlines` are those of the first level.
    """

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.headlines: list[str] = []
        self.action: str | None = None
        self.pictures: dict[str, str] = {}
        self.fields: dict[str, str] = {}
        self.labels: dict[str, str] = {}
        self.frames: list[tuple[str, str]] = []
        self.links: dict[str, str] = {}
        self._link: str | None = None
        self._forms = 0
        self._open: list[str] = []
        self._asked: list[str] = []
        self._label: list[str] = []
        self.feed(markup)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note forms and their fields."""
        given = dict(attrs)
        self._forms += tag == "form"
        if tag == "a":
            self._link = given.get("href") or ""
        if tag == "img":
            self.pictures[given.get("alt") or ""] = given.get("src") or ""
        if tag == "form" and self._forms == 1:
            self.action = given.get("action")
        elif tag in _FIELDS and given.get("name") and "form" in self._open and self._forms == 1:
            self._ask(tag, given)
        elif tag == "iframe":
            self.frames.append((given.get("title") or "", given.get("src") or ""))
        elif tag == "label":
            self._asked, self._label = [], []
        if tag not in _VOID:
            self._open.append(tag)

    def _ask(self, tag: str, given: dict[str, str | None]) -> None:
        self._asked.append(str(given["name"]))
        if tag == "input" and given.get("type") != "checkbox":
            self.fields[str(given["name"])] = given.get("value") or ""

    def handle_endtag(self, tag: str) -> None:
        """Leave an element."""
        if tag in self._open:
            while self._open.pop() != tag:
                pass
        if tag == "a":
            self._link = None
        if tag == "label" and self._asked:
            self.labels.setdefault(" ".join(self._label), self._asked[0])

    def handle_data(self, data: str) -> None:
        """Note the words that a visitor sees."""
        if data.strip() and not _SILENT & set(self._open):
            self.words.append(" ".join(data.split()))
            if "h1" in self._open:
                self.headlines.append(self.words[-1])
            if self._link is not None:
                self.links.setdefault(self.words[-1], self._link)
            if "label" in self._open and "option" not in self._open:
                self._label.append(self.words[-1])
