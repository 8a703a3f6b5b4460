"""Writes what follows from features and steps: the page of sentences, the promise lock, what editors need."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from behave.runner import the_step_registry

from support import pairs
from support.catalogue import Sentence, as_markdown, captures, sentences
from support.commands.check import loaded_runner
from support.promises import FEATURES, LOCK, features_below, lock_text
from support.runner import beginning
from support.runner.account import RUN_FAILED
from support.runner.refusals import RunRefused

PAGE, OUTAGES, EDITOR = Path("docs/steps.md"), Path("docs/outages.md"), Path(".vscode/settings.json")


def generated() -> dict[Path, str]:
    """Each generated file as it should read now; `RunRefused` when something of it cannot be read."""
    runner = loaded_runner()
    with runner.path_manager:
        runner.setup_paths()
        beginning.load_code(runner)
    said = sentences(the_step_registry)
    return {
        PAGE: as_markdown(said),
        OUTAGES: pairs.as_markdown(pairs.table()),
        LOCK: lock_text(features_below(FEATURES)),
        EDITOR: editor_settings(said, EDITOR),
    }


def editor_settings(said: Iterable[Sentence], file: Path) -> str:
    """What VS Code's Cucumber extension reads: where features and steps are, and how captured words look.

    What else stands in the file stays. `RunRefused` when it is no JSON object, or a type is not declared.
    """
    ours = {
        "cucumber.features": ["features/**/*.feature"],
        "cucumber.glue": ["features/steps/**/*.py"],
        "cucumber.parameterTypes": _parameter_types(said),
    }
    return json.dumps(_settings_in(file) | ours, indent=2, ensure_ascii=False) + "\n"


def _settings_in(file: Path) -> dict[str, Any]:
    try:
        content = json.loads(file.read_text("utf-8")) if file.is_file() else {}
    except ValueError as error:
        raise RunRefused(f"{file.as_posix()} is no JSON that can be read ({error}); mend it.") from None
    if not isinstance(content, dict):
        raise RunRefused(f"{file.as_posix()} holds no settings, but a {type(content).__name__}; mend it.")
    return content


def _parameter_types(said: Iterable[Sentence]) -> list[dict[str, str]]:
    from support.vocabulary import TYPES  # noqa: PLC0415 - registers types, which loading the steps forgets

    captured = captures(said)
    unknown = [f"{{{name}:{kind}}}" for name, kind in captured if kind not in TYPES]
    if unknown:
        known = f"support/vocabulary.py declares only {', '.join(TYPES)}"
        raise RunRefused(f"Steps capture {', '.join(unknown)}, and {known}; declare the type there.")
    patterns = {kind: vars(convert)["pattern"] for kind, convert in TYPES.items()}
    return [{"name": f"{name}:{kind}", "regexp": patterns[kind]} for name, kind in captured]


def write_steps() -> int:
    """Write the generated files and say where they lie; 2 with a sentence when one cannot be made."""
    try:
        files = generated()
    except RunRefused as refusal:
        print(*refusal.sentences, sep="\n")
        return RUN_FAILED
    for file, text in files.items():
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    print(f"{PAGE} lists {files[PAGE].count('- **')} sentences.")
    print(f"{LOCK} locks what {files[LOCK].count('thens = ')} scenarios promise; its diff is for reviewers.")
    print(f"{EDITOR} tells editors where features and steps are, and how captured words look.")
    return 0
