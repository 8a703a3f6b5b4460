"""Whether this process can do its work."""

from __future__ import annotations

from fastapi import APIRouter
from sqlalchemy import text

from webbuilder.asking import Store

router = APIRouter(tags=["health"])


@router.get("/ready")
def ready(store: Store) -> dict[str, str]:
    """Answer when the database does."""
    store.execute(text("select 1"))
    return {"state": "ready"}
