"""Groups of errors as they are stored: how often and when, and nothing of whoever met them."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from webbuilder.database import Stored


class ErrorGroup(Stored):
    """Errors of one kind. They are the platform's and no workspace's, so this table alone names none.

    Attributes:
        id: of `grouping.Kind.group`.
        many: how many there were.
        numbers: those of the last, the newest first.
        settled_at: when the operator called it settled; empty while it is open.
        returned_at: when it came back after that.
    """

    __tablename__ = "error_groups"

    id: Mapped[str] = mapped_column(primary_key=True)
    error: Mapped[str]
    place: Mapped[str]
    during: Mapped[str]
    many: Mapped[int]
    numbers: Mapped[list[str]] = mapped_column(ARRAY(String()))
    first_at: Mapped[datetime]
    last_at: Mapped[datetime] = mapped_column(index=True)
    settled_at: Mapped[datetime | None]
    returned_at: Mapped[datetime | None]
