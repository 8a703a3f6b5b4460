"""Why a run did not begin: every reason is one sentence, and all of them are told at once."""

from __future__ import annotations

from collections.abc import Sequence


class RunRefused(Exception):
    """The run was refused before anything ran; `sentences` say what is wrong and what to do."""

    def __init__(self, *sentences: str) -> None:
        super().__init__("\n".join(sentences))
        self.sentences: Sequence[str] = sentences
