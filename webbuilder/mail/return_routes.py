"""What came back of mails, over HTTP: for the operator's mail server, which hands it in as it came."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from fastapi import APIRouter, Body, Depends
from pydantic import BaseModel

from webbuilder.asking import Store, refuse_foreign_pages
from webbuilder.control.routes import operator, whoever_operates
from webbuilder.conventions.bounded import MOST_BYTES, Bounded
from webbuilder.mail import returns
from webbuilder.mail.reports import Says
from webbuilder.problems import refused

_KIND = "message/rfc822"
_TAKES: dict[str, Any] = {
    "security": [{"operator": []}],
    "requestBody": {
        "required": True,
        "content": {
            _KIND: {"schema": {"type": "string", "format": "binary", "minLength": 1, "maxLength": MOST_BYTES}}
        },
    },
}


class TakingMails(Bounded):
    """A route that takes a mail as it came."""

    advice: ClassVar[str] = "Hand in the report with the letter's headers alone (RFC 3462)."


class Understood(BaseModel):
    """What a mail says that came back: that nobody is there, that it came back, is late, or is unwanted."""

    says: Says


router = APIRouter(prefix="/api", tags=["mail"], route_class=TakingMails)
_ASKS = [Depends(refuse_foreign_pages), Depends(whoever_operates), Depends(operator)]


@router.post("/returned-mails", dependencies=_ASKS, openapi_extra=_TAKES, responses=refused(404))
def take_returned(
    store: Store, content: Annotated[bytes, Body(media_type=_KIND, min_length=1)]
) -> Understood:
    """Take a mail in which a mail server reports on a letter: a notice of delivery, or a complaint.

    The body is the mail as it came. Handed in twice, it has its effect once.
    """
    return Understood(says=returns.take(store, content))
