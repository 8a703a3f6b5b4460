"""A broadcast whose readers say no while it goes out, and one of which nobody knows what became."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any

from hamcrest import equal_to

from support.waiting import eventually
from webbuilder.crm import suppressions
from webbuilder.mail import broadcasting, pieces

if TYPE_CHECKING:
    from tests.webbuilder.marketers import Site
    from webbuilder.database import Database

MANY = pieces.PIECE + 5


def written(site: Site, tag: str) -> str:
    """Write a broadcast to whoever bears a tag, and return its id."""
    http = site.owner.http
    for number in range(MANY):
        made = http.post("/api/contacts", json={"email": f"{tag}-{number:03}@example.org"})
        path = f"{made.headers['Location']}/written"
        seen = http.get(path)
        said = {**seen.json(), "tags": [tag]}
        http.put(path, json=said, headers={"If-Match": seen.headers["etag"]}).raise_for_status()
    letter = {
        "site": site.id,
        "subject": "Rye is back, {name}",
        "paragraphs": ["Hello {name}."],
        "audience": {"kind": "tags", "of": [tag]},
    }
    return str(http.post("/api/broadcasts", json=letter).json()["id"])


def ended(site: Site, broadcast: str) -> dict[str, Any]:
    """Wait until a broadcast is sent, and return how it stands."""
    path = f"/api/broadcasts/{broadcast}"
    stands = lambda: site.owner.http.get(path).json()["state"]  # noqa: E731 - asked again and again
    eventually(stands, equal_to("sent"), "the broadcast should be sent", within=30)
    told: dict[str, Any] = site.owner.http.get(path).json()
    return told


def test_a_piece_of_which_nobody_gets_anything_is_not_the_last(
    live: tuple[Site, str], store: Database
) -> None:
    site, _ = live
    tag = f"all-{secrets.token_hex(3)}"
    broadcast = written(site, tag)
    with store.transaction() as session:
        one = broadcasting.one(session, site.owner.workspace, broadcast)
        broadcasting.begin(session, one, MANY)
        mails = session.scalars(broadcasting.mails_of(one)).all()
        for mail in sorted(mails, key=lambda mail: mail.message_id)[: pieces.PIECE]:
            suppressions.add(session, mail.workspace_id, mail.recipient, "unsubscribed")
    assert ended(site, broadcast)["mails"] == {"accepted": MANY - pieces.PIECE, "withheld": pieces.PIECE}
