"""What a contact does, or what is done to one, that a workflow starts by or waits for."""

from __future__ import annotations

from typing import Literal

Did = Literal["tagged", "listed"]
# How each is told behind “the contact”, and what has to be said of it.
DEEDS: dict[Did, str] = {"tagged": "is tagged", "listed": "is put on the list"}
OF_WHAT: dict[Did, str] = {"tagged": "which tag", "listed": "which list"}
# Where a trigger says that.
FIELDS: dict[Did, str] = {"tagged": "tag", "listed": "list"}
