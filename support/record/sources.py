"""The features of a run as the official parser reads them: documents, pickles, and which pickle is a case."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from gherkin.ast_builder import AstBuilder
from gherkin.parser import Parser
from gherkin.pickles.compiler import Compiler

from support.record.words import Envelope

if TYPE_CHECKING:
    from collections.abc import Iterator

    from support.case import Case

GHERKIN = "text/x.cucumber.gherkin+plain"


class _Ids:
    """Ids that mean something and are the same in every run: `features/a.feature#16`."""

    def __init__(self, uri: str) -> None:
        self._uri, self._number = uri, 0

    def get_next_id(self) -> str:
        """Return the next; the parser asks for one by this name."""
        self._number += 1
        return f"{self._uri}#{self._number}"


class Sources:
    """What stands in the features of a run."""

    def __init__(self) -> None:
        self._pickles: dict[tuple[str, int], Envelope] = {}

    def read(self, path: str) -> Iterator[Envelope]:
        """Yield the messages that tell what stands in a feature: source, document, pickles."""
        text = Path(path).read_text(encoding="utf-8")
        yield {"source": {"uri": path, "data": text, "mediaType": GHERKIN}}
        ids = _Ids(path)
        document: Envelope = {**Parser(AstBuilder(ids)).parse(text), "uri": path}  # type: ignore[arg-type]  # its ids count
        yield {"gherkinDocument": document}
        for pickle in Compiler(ids).compile(document):  # type: ignore[arg-type]  # as above
            one: Envelope = dict(pickle)
            self._pickles[path, one["location"]["line"]] = one
            yield {"pickle": one}

    def pickle_of(self, case: Case) -> Envelope:
        """Return the pickle that a case runs."""
        return self._pickles[case.path, case.line]
