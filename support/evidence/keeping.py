"""Keeps evidence in a folder and in the report; what goes wrong meanwhile is evidence too."""

from __future__ import annotations

import inspect
import shutil
import sys
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from behave.model import Step
    from behave.runner import Context

    from support.evidence.known import Secrets
    from support.settings import RunSettings

FOLDER = "evidence"
TEXT, PICTURE, ZIP = "text/plain", "image/png", "application/zip"


# puts content of a kind into the report, at the step that is running, under a caption that people read
Attach = Callable[[str, bytes | str, str], None]


def captioned(context: Context) -> Attach:
    """Return what attaches with a caption: behave's own `attach` knows none, formatters of ours do."""

    def attach(mime_type: str, content: bytes | str, caption: str) -> None:
        for formatter in context._runner.formatters:  # noqa: SLF001 - as behave's own attach does
            embed = getattr(formatter, "embedding", None)
            if embed and "caption" in inspect.signature(embed).parameters:
                embed(mime_type, content, caption=caption)
            elif embed:
                embed(mime_type, content)

    return attach


def clear(settings: RunSettings) -> None:
    """Take away the evidence of an earlier run, so that none of it is taken for this one's."""
    folder = settings.reports / FOLDER
    if folder.exists():
        shutil.rmtree(folder)


def hide_secrets(step: Step, secrets: Secrets) -> None:
    """Take the secrets out of what behave and Allure tell of the error that ended a step."""
    step.error_message = secrets.redacted(step.error_message) if step.error_message else None
    if step.exception is not None:
        step.exception.args = (secrets.redacted(str(step.exception)),)


@contextmanager
def without_secrets(secrets: Secrets, tell: Callable[[str], None]) -> Iterator[None]:
    """Take the secrets out of what an error tells that leaves this block, and tell it."""
    try:
        yield
    except Exception as error:
        error.args = (secrets.redacted(str(error)),)
        tell(f"when it closed: {' '.join(str(error).split())}")
        raise


@dataclass(slots=True)
class Keeper:
    """Writes what was collected after one step; nothing that it does raises.

    Attributes:
        folder: where it is written; emptied when the first piece comes.
        attach: puts it into the report as well.
        secrets: what is taken out of every text first.
        step: after which step it was collected.
    """

    folder: Path
    attach: Attach
    secrets: Secrets
    step: str
    kept: list[str] = field(default_factory=list)

    def begin(self) -> None:
        """Make the folder, and empty it of what an earlier run left."""
        with self.trying("an empty folder"):
            if self.folder.exists():
                shutil.rmtree(self.folder)
            self.folder.mkdir(parents=True)

    def text(self, name: str, caption: str, content: str) -> None:
        """Keep a text, redacted."""
        self.content(name, caption, self.secrets.redacted(content), TEXT)

    def content(self, name: str, caption: str, content: str | bytes, mime_type: str) -> None:
        """Keep something as it is: the one who calls has taken the secrets out."""
        with self.trying(f"{caption}, to attach it"):
            self.attach(mime_type, content, caption)
        with self.trying(f"{caption}, to write it"):
            written = content.encode("utf-8", "replace") if isinstance(content, str) else content
            (self.folder / name).write_bytes(written)
            self.kept.append(name)

    @contextmanager
    def trying(self, what: str) -> Iterator[None]:
        """Do something that may fail: the failure is told beside the evidence and hides nothing."""
        try:
            yield
        except Exception as error:  # noqa: BLE001 - the failing step is what matters; this is told beside it
            self._tell(self.secrets.redacted(f"While collecting {what} after “{self.step}”: {error!r}"))

    def _tell(self, trouble: str) -> None:
        """Say what went wrong in the report, in the folder, and where neither can be had, to the terminal."""
        for tell in (self._attach_trouble, self._write_trouble):
            try:
                tell(trouble)
            except Exception as error:  # noqa: BLE001 - there is nothing left but to print it
                print(trouble, self.secrets.redacted(repr(error)), sep="\n", file=sys.stderr)

    def _attach_trouble(self, trouble: str) -> None:
        self.attach(TEXT, trouble, "While collecting evidence")

    def _write_trouble(self, trouble: str) -> None:
        with (self.folder / "collecting.txt").open("a", encoding="utf-8") as troubles:
            troubles.write(f"{trouble}\n")
