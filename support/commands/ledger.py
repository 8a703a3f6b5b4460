"""`magic-moment ledger`: whether all systems of a business tell the same of what visitors sent."""

from __future__ import annotations

import os
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from support.ledger import page
from support.ledger.reconciling import reconcile
from support.records import Refused
from support.settings import RunSettings, UnknownSetting
from support.target import TargetFailed, connect

if TYPE_CHECKING:
    from support.ledger.balance import Balance

BALANCED, OFF, NOT_READ = 0, 1, 2
KEY = "MM_KEY"


def ledger(*, target: str | None, since: str | None) -> int:
    """Read the books, tell how they stand, and write the report; 1 when they disagree, 2 when not read."""
    console = Console(highlight=False, soft_wrap=True)
    key = os.environ.get(KEY)
    if not key:
        console.print(f"Put a key of the business whose books are to be read into {KEY}; owners make keys.")
        return NOT_READ
    try:
        begins = _moment(since) if since else None
        found = connect(RunSettings.read({"target": target} if target else {}))
        begun = time.monotonic()
        try:
            with console.status("Reading submissions, runs, histories, mails and events …"):
                balance = reconcile(found.driver_set().books(key, begins))
        finally:
            found.stop()
    except (UnknownSetting, TargetFailed, Refused, ValueError, OSError) as why:
        console.print(f"The books cannot be read: {escape(str(why))}")
        return NOT_READ
    took = time.monotonic() - begun
    stretch = f"since {begins:%Y-%m-%d %H:%M %Z}" if begins else "all that was ever sent"
    whose = f"The target {found.description.name}, {stretch}"
    file = page.write(balance, whose, took, RunSettings.read({}).reports)
    _tell(console, balance)
    console.print(f"Read and compared in {took:.1f} s. The report: {file}")
    return OFF if balance.wrong else BALANCED


def _moment(said: str) -> datetime:
    """Return a moment that was said as ISO 8601; in UTC where it says no zone."""
    try:
        at = datetime.fromisoformat(said)
    except ValueError as error:
        message = f"“{said}” is no moment; say one as 2026-11-30 or 2026-11-30T09:00+01:00."
        raise ValueError(message) from error
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def _tell(console: Console, balance: Balance) -> None:
    books = Table("Book", "Entries", "Off")
    for system, many in balance.found.items():
        off = sum(one.system == system for one in balance.wrong)
        books.add_row(system, f"{many:,}", str(off) if off else "")
    console.print(books)
    for one in balance.wrong:
        console.print(f"[red]✗[/] {escape(str(one))}")
    console.print(escape(str(balance)))
