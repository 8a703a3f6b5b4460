"""What somebody does with a mail: opens it, presses its button, comes by it to pages of the site.

What machines do is set apart, as far as they say so: they look at links before people do, and fetch pictures
for them. A mail is known by a token, which names nobody.
"""

from __future__ import annotations

import re
import secrets
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import Select, exists, select

from webbuilder import clock
from webbuilder.crm import consents, service as crm
from webbuilder.crm.tables import Contact
from webbuilder.mail.tables import MailToken
from webbuilder.tracing import current_trace_id
from webbuilder.workflows.happening import Whence, happened
from webbuilder.workflows.tables import Run

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.orm import Session

    from webbuilder.mail.tables import Mail
    from webbuilder.sites.tables import Site
    from webbuilder.workflows.deeds import Did
    from webbuilder.workflows.kinds_of_letters import SendMail

VIA, HOME = "via", "home"
CONFIRM = "/confirm"  # where the button of a mail leads that asks whether the address is theirs
KNOWN_FOR = timedelta(days=30)  # a token tells nothing more after that; its button leads where it led
# What fetches pictures for whoever uses Apple's Mail, read or not, calls itself no more than this.
_FETCHES_FOR_ALL = "Mozilla/5.0"
_BROWSER = re.compile(r"Mozilla/5\.0 \((?!compatible)")
_LINK = re.compile(r'href="(/[^"?#/]*)"')


def token_of(session: Session, mail: Mail, run: Run, site: Site, step: SendMail) -> MailToken:
    """Return by what a mail is known, to be kept once that is in the ledger; asked again, it is the same."""
    found = session.get(MailToken, mail.message_id)
    if found is None:
        found = MailToken(
            message_id=mail.message_id,
            token=secrets.token_urlsafe(18),
            workspace_id=run.workspace_id,
            site_id=site.id,
            contact_id=run.contact_id,
            run_id=run.id,
            subject=step.subject,
            address=step.link,
            visited=[],
            made_at=clock.now(session, run.workspace_id),
        )
    return found


def with_token(site_id: str, token: str) -> Select[MailToken]:
    """Select what a token of a site's mails stands for, locked until this transaction ends."""
    mine = MailToken.site_id == site_id, MailToken.token == token
    return select(MailToken).where(*mine).with_for_update()


def known_by(token: str) -> Select[MailToken]:
    """Select what a token stands for, of whichever site, locked until this transaction ends."""
    return select(MailToken).where(MailToken.token == token).with_for_update()


def is_person(headers: Mapping[str, str], method: str) -> bool:
    """Whether somebody asks to see a page, as far as the request tells (W3C Fetch Metadata)."""
    wanted = headers.get("sec-fetch-dest")
    if method != "GET" or is_ahead(headers):
        return False
    return wanted == "document" if wanted else bool(_BROWSER.match(headers.get("user-agent", "")))


def is_ahead(headers: Mapping[str, str]) -> bool:
    """Whether something is fetched ahead of anybody's asking for it."""
    said = " ".join(headers.get(name, "") for name in ("sec-purpose", "purpose", "x-moz"))
    return "prefetch" in said or headers.get("user-agent", "") == _FETCHES_FOR_ALL


def opened(session: Session, known: MailToken) -> None:
    """Tell that a mail was opened, the first time."""
    if known.opened_at is None and _is_fresh(session, known):
        known.opened_at = clock.now(session, known.workspace_id)
        _tell(session, known, "opened", known.subject, f"Opened the mail “{known.subject}”")


def clicked(session: Session, known: MailToken) -> None:
    """Tell that the button of a mail was pressed, the first time."""
    if known.clicked_at is None and _is_fresh(session, known):
        known.clicked_at = clock.now(session, known.workspace_id)
        _tell(session, known, "clicked", known.subject, f"Pressed the button of “{known.subject}”")


def confirmed(session: Session, known: MailToken) -> None:
    """Tell that a contact said once more that the address is theirs, and keep that; the first time."""
    if known.confirmed_at is None:
        known.confirmed_at = clock.now(session, known.workspace_id)
        words = f"Confirmed by the mail “{known.subject}”"
        consents.confirm(session, known, words, known.confirmed_at)
        _tell(session, known, "confirmed", known.subject, words)


def visited(session: Session, known: MailToken, path: str) -> None:
    """Tell that somebody came by a mail to a page, the first time."""
    page = path or HOME
    if page not in known.visited and _is_fresh(session, known):
        known.visited = [*known.visited, page]
        _tell(session, known, "visited", page, f"Visited the page “{page}”")


def _is_fresh(session: Session, known: MailToken) -> bool:
    return clock.now(session, known.workspace_id) - known.made_at < KNOWN_FOR


def _tell(session: Session, known: MailToken, what: Did, of: str, words: str) -> None:
    run = session.get(Run, known.run_id) if known.run_id else None
    contact = session.get_one(Contact, known.contact_id)
    key = f"{what}:{known.token}:{of}"
    crm.note(session, contact, key, what, words, trace_id=current_trace_id())
    came = (run.submission_id, run.sample) if run else ("", False)
    whence = Whence(came[0], sample=came[1], site=where(known, what))
    happened(session, contact, what, of, whence)


def where(known: MailToken, what: Did) -> str | None:
    """Return on which site alone a deed counts: pages of two sites may be called alike."""
    return known.site_id if what == "visited" else None


def did_already(run: Run, what: Did, of: str) -> Select[bool]:
    """Select whether the contact of a run has done this with a mail of the same run."""
    done = {
        "opened": MailToken.opened_at,
        "clicked": MailToken.clicked_at,
        "confirmed": MailToken.confirmed_at,
    }[what]
    mine = MailToken.run_id == run.id, MailToken.subject == of, done.is_not(None)
    return select(exists().where(*mine))


def leads_to(known: MailToken) -> str:
    """Return where the button of a mail leads; pages of the site hear by which mail somebody comes."""
    if known.address == CONFIRM:
        return f"{CONFIRM}/{known.token}"
    if not known.address.startswith("/"):
        return known.address
    path, mark, place = known.address.partition("#")
    return f"{path}{'&' if '?' in path else '?'}{VIA}={known.token}{mark}{place}"


def led_on(html: str, known: MailToken) -> str:
    """Return a page whose links to pages of the same site tell these, too, by which mail somebody came."""
    return carrying(html, VIA, known.token)


def carrying(html: str, word: str, value: str) -> str:
    """Return a page whose links to pages of the same site say this as well."""
    return _LINK.sub(lambda link: f'href="{link[1]}?{word}={value}"', html)
