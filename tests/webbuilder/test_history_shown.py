"""What others are shown of what happened to contacts: nothing that opens anything."""

from __future__ import annotations

from datetime import UTC, datetime

from webbuilder.crm.history_routes import view
from webbuilder.crm.tables import HistoryEntry


def test_the_key_of_an_entry_is_not_shown() -> None:
    """Keys hold tokens of mails, by which somebody could agree in a customer's name."""
    happened = HistoryEntry(
        key="confirmed:a-token-that-opens:Welcome, {name}",
        contact_id="contact_1",
        workspace_id="workspace_1",
        kind="confirmed",
        words="Confirmed the address",
        trace_id="0" * 32,
        at=datetime(2026, 11, 30, tzinfo=UTC),
    )
    happened.mark = "5f2d"
    assert "a-token-that-opens" not in view(happened).model_dump_json()
    assert view(happened).id == "5f2d"
