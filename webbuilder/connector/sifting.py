"""Who is no visitor: machines that fill in what they find, and who signs up others over and over."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, func, select

from webbuilder import clock, events, security
from webbuilder.connector.tables import Submission
from webbuilder.problems import Problem, not_found
from webbuilder.tracing import action, traceparent_for
from webbuilder.webhooks import telling

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy.orm import Session

    from webbuilder.sites.tables import Site

# No field of an owner can be called so; people neither see nor reach it, and machines fill it in.
TRAP = "web-site"
HELD = "It filled in a field that people do not see, as machines do."
# One address of somebody's: enough for who mistypes and begins again, too few to pester anybody with.
MOST, WITHIN = 5, timedelta(minutes=10)


def looks_like_machine(sent: Mapping[str, str]) -> bool:
    """Whether what was sent says something where people are asked nothing."""
    return bool(sent.get(TRAP, "").strip())


def content_of(values: Mapping[str, str]) -> str:
    """Return by what two sendings of one served form are known to be the same."""
    return security.digest(json.dumps(values, sort_keys=True))


def others(site: Site, field: str, values: Mapping[str, str], token: str) -> Select[int]:
    """Select how often the address of a field was sent to a site, but for the same sent again."""
    said = func.lower(Submission.fields[field].astext) == values[field].lower()
    same = (Submission.view_token == token) & (Submission.content == content_of(values))
    return select(func.count()).where(Submission.site_id == site.id, said, ~same, ~Submission.sample)


def refuse_too_often(
    session: Session, site: Site, asked: Sequence[Mapping[str, Any]], values: Mapping[str, str], token: str
) -> None:
    """Refuse an address that was sent to a site too often; counted one after the other.

    Args:
        asked: the fields of the form.
        token: the view token of the served form; the same values sent twice with it count once.

    Raises:
        Problem: it was; its Retry-After says when to come again.
    """
    since = clock.now(session, site.workspace_id) - WITHIN
    for field in asked:
        address = values.get(field["name"], "")
        if field["kind"] != "email" or not address:
            continue
        key = func.hashtextextended(f"{site.id} {address.lower()}", 0)
        session.execute(select(func.pg_advisory_xact_lock(key)))
        counted = others(site, field["name"], values, token).where(Submission.sent_at > since)
        if (session.scalar(counted) or 0) >= MOST:
            raise Problem(
                429,
                "too-often",
                f"“{address}” has been used here {MOST} times within {WITHIN.seconds // 60} minutes. "
                "Wait a while, then send it again.",
                headers={"Retry-After": str(WITHIN.seconds)},
            )


def announce(session: Session, sent: Submission) -> None:
    """Let what somebody sent start what its form starts, and tell partners of it."""
    events.announce(session, sent.workspace_id, events.FORM_SENT, {"submission": sent.id})
    told = {
        "site": sent.site_id,
        "form": sent.component_id,
        "address": f"/api/sites/{sent.site_id}/submissions",
    }
    telling.tell(session, sent.workspace_id, telling.FORM_SENT, {"submission": sent.id, **told})


def let_through(session: Session, site: Site, submission_id: str) -> Submission:
    """Take what was held back for what a person sent, once.

    Raises:
        Problem: there is no such submission here, or it was not held back.
    """
    sent = session.get(Submission, submission_id, with_for_update=True)
    if sent is None or sent.site_id != site.id:
        raise not_found("submission")
    if sent.held_because is None:
        raise Problem(409, "not-held", "This was not held back, or somebody has let it through already.")
    sent.held_because = None
    with action("let through", traceparent_for(sent.trace_id)):  # what follows is of whoever sent it
        announce(session, sent)
    return sent
