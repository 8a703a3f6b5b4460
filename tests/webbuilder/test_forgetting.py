"""Whoever is forgotten is in no table any more, whichever tables there are."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from sqlalchemy import text

if TYPE_CHECKING:
    from tests.webbuilder.marketers import Site
    from webbuilder.database import Database

_TABLES = text(
    "select table_schema, table_name from information_schema.tables "
    "where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')"
)


def tables_with(store: Database, words: str) -> list[str]:
    """Return the tables of the whole database, those of DBOS included, of which a row holds the words."""
    with store.transaction() as session:
        tables = [f'"{schema}"."{name}"' for schema, name in session.execute(_TABLES)]
        found = {
            table: session.scalar(
                text(f"select count(*) from {table} as one where one::text ilike :words"),  # noqa: S608 - names
                {"words": f"%{words}%"},
            )
            for table in tables
        }
        # Bodies of kept answers are bytes, which are no words to the above.
        kept = "select count(*) from kept_answers where position(convert_to(:words, 'UTF8') in body) > 0"
        found["kept answers"] = session.scalar(text(kept), {"words": words})
        return sorted(table for table, count in found.items() if count)


def test_no_table_of_the_database_holds_who_was_forgotten(live: tuple[Site, str], store: Database) -> None:
    site, form = live
    name, http = f"priya-{secrets.token_hex(4)}", site.owner.http
    email = f"{name}@example.org"
    site.sign_up(form, name.title(), email)
    site.ended_runs()
    (contact,) = http.get("/api/contacts", params={"search": email}).json()["items"]
    path = f"/api/contacts/{contact['id']}"
    noted = http.post(f"{path}/notes", json={"words": "late"}, headers={"Idempotency-Key": name})
    assert noted.status_code == 201
    assert len(tables_with(store, name)) > 5

    assert http.delete(path).status_code == 204

    assert tables_with(store, name) == []
    assert http.get(path).status_code == 404
