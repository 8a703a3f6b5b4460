"""The ledger's report: what each book has, and what the books do not agree on, by name."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from support.reporting.templating import page_of

if TYPE_CHECKING:
    from support.ledger.balance import Balance

# What an entry of each system's book is.
ENTRIES = {
    "Magic Connector": "forms sent",
    "Analytics": "forms counted",
    "Workflow Engine": "runs",
    "CRM System": "entries in contacts' histories",
    "Email Automation": "mails to contacts",
}


def page(balance: Balance, whose: str, seconds: float) -> str:
    """Return the page; it needs nothing from elsewhere.

    Args:
        whose: where the books were read, in words.
        seconds: how long reading and comparing them took.
    """
    return page_of(
        "ledger.html",
        __file__,
        balance=balance,
        entries=ENTRIES,
        most=max(balance.found.values(), default=0) or 1,
        wrong_in={system: sum(one.system == system for one in balance.wrong) for system in ENTRIES},
        whose=whose,
        seconds=f"{seconds:.1f}",
        made=f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC",
    )


def write(balance: Balance, whose: str, seconds: float, reports: Path) -> Path:
    """Write `ledger/ledger.json` for machines and `ledger/ledger.html` for people; return the latter."""
    folder = reports / "ledger"
    folder.mkdir(parents=True, exist_ok=True)
    told = {**asdict(balance), "sent": balance.sent, "seconds": round(seconds, 2), "whose": whose}
    (folder / "ledger.json").write_text(json.dumps(told, indent=2, ensure_ascii=False), "utf-8")
    shown = folder / "ledger.html"
    shown.write_text(page(balance, whose, seconds), "utf-8")
    return shown
