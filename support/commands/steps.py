"""Writes docs/steps.md, the sentences that authors can use."""

from __future__ import annotations

from pathlib import Path

from behave.runner import the_step_registry

from support.catalogue import as_markdown, sentences
from support.commands.check import loaded_runner
from support.runner import beginning
from support.runner.account import RUN_FAILED
from support.runner.refusals import RunRefused

FILE = Path("docs/steps.md")


def catalogue() -> str:
    """The page as it should read now; `RunRefused` when the steps cannot be loaded."""
    runner = loaded_runner()
    with runner.path_manager:
        runner.setup_paths()
        beginning.load_code(runner)
    return as_markdown(sentences(the_step_registry))


def write_steps() -> int:
    """Write the page and say where it lies; 2 with a sentence when the steps cannot be loaded."""
    try:
        page = catalogue()
    except RunRefused as refusal:
        print(*refusal.sentences, sep="\n")
        return RUN_FAILED
    FILE.parent.mkdir(exist_ok=True)
    FILE.write_text(page, encoding="utf-8")
    print(f"{FILE} lists {page.count('- **')} sentences.")
    return 0
