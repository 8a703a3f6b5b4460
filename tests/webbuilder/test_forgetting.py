"""Whoever is forgotten is in no table any more, whichever tables there are."""

from __future__ import annotations

import base64
import binascii
import secrets
from contextlib import suppress
from typing import TYPE_CHECKING

from sqlalchemy import text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.orm import Session

    from tests.webbuilder.marketers import Site
    from webbuilder.database import Database

_TABLES = text(
    "select table_schema, table_name from information_schema.tables "
    "where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')"
)


def kept_by_dbos(session: Session) -> Iterator[str]:
    """Yield what DBOS keeps of workflows and steps: pickled, and written in base64, which hides any name."""
    for table, column in (
        ("workflow_status", "inputs"),
        ("workflow_status", "output"),
        ("workflow_status", "error"),
        ("operation_outputs", "output"),
        ("operation_outputs", "error"),
    ):
        rows = text(f"select {column} from dbos.{table} where {column} is not null")  # noqa: S608 - names
        for kept in session.scalars(rows):
            with suppress(binascii.Error, ValueError):
                yield base64.b64decode(kept).decode("latin-1")


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
        found["what DBOS keeps"] = sum(words in kept for kept in kept_by_dbos(session))
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
    other = http.post("/api/contacts", json={"email": f"{name}+home@example.org", "name": name}).json()
    http.post(f"{path}/merges", json={"other": other["id"]}).raise_for_status()
    file = f"E-mail,Name\n{email},Priya\n{name}+home@example.org,Priya\nnobody,{name}@\n"
    http.post("/api/imports", content=file, headers={"Content-Type": "text/csv"}).raise_for_status()
    assert len(tables_with(store, email)) > 5

    assert http.delete(path).status_code == 204

    assert tables_with(store, email) == []
    assert tables_with(store, f"{name}+home") == []
    assert http.get(path).status_code == 404
