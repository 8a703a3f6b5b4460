"""Where a contact's clocks are: what is written down of it as its time zone, as IANA names it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from sqlalchemy import func

from webbuilder.crm.tables import Contact
from webbuilder.sites import service as sites

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

DETAIL = "Time zone"


def written_down() -> ColumnElement[str]:
    """Return what is written down of a contact as its time zone, asked of many at once; or nothing."""
    return func.coalesce(Contact.details[DETAIL].astext, "")


def named(zone: str, otherwise: str) -> ZoneInfo:
    """Return a time zone; where it is not known, or there is none of that name, another one."""
    return ZoneInfo(zone if zone in sites.zones() else otherwise)
