"""The platform's own limits stay within what the features promise."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

from webbuilder.__main__ import up
from webbuilder.settings import Settings


def test_a_hanging_copywriter_is_given_up_before_the_sentence_ends(root: Path) -> None:
    feature = (root / "features/journeys/customising.feature").read_text("utf-8")
    sentence = re.search(r"the copywriter hangs\n.*\n.*within (\d+) seconds", feature)
    assert sentence, "no sentence says how long a copywriter that hangs may take"
    default = Settings(data=Path("nowhere")).ai_time_limit
    assert default < int(sentence[1])
    assert inspect.signature(up).parameters["ai_time_limit"].default == default
