"""What a contact does, or what is done to one, that a workflow starts by or waits for."""

from __future__ import annotations

from typing import Literal

Did = Literal["tagged", "listed", "clicked", "opened", "confirmed", "visited", "entered"]
# How each is told behind “the contact”, and what has to be said of it.
DEEDS: dict[Did, str] = {
    "tagged": "is tagged",
    "listed": "is put on the list",
    "clicked": "follows the mail",
    "opened": "opens the mail",
    "confirmed": "confirms by the mail",
    "visited": "comes by a mail to the page",
    "entered": "comes to fit the segment",
}
OF_WHAT: dict[Did, str] = {
    "tagged": "which tag",
    "listed": "which list",
    "clicked": "which mail, by its subject",
    "opened": "which mail, by its subject",
    "confirmed": "which mail, by its subject",
    "visited": "which page, by the end of its address, or “home”",
    "entered": "which segment",
}
# Where a trigger says that.
FIELDS: dict[Did, str] = {
    "tagged": "tag",
    "listed": "list",
    "clicked": "subject",
    "opened": "subject",
    "confirmed": "subject",
    "visited": "page",
    "entered": "segment",
}
