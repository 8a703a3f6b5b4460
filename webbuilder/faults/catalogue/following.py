"""What goes wrong with what people do with mails."""
# ruff: noqa: PLC0415 - the list is printed without the platform

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from webbuilder.faults.catalogue import rules
from webbuilder.faults.functions import Function, Original
from webbuilder.faults.records import Fault

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.orm import Session

    from webbuilder.crm.tables import Contact
    from webbuilder.mail.tables import MailToken
    from webbuilder.workflows.deeds import Did


def _unnoticed(_original: Original, session: Session, known: MailToken) -> None:
    del session, known


def _each_time(original: Original, session: Session, known: MailToken) -> None:
    known.clicked_at = None
    original(session, known)


def _nobody_knows(_original: Original, session: Session, known: MailToken, path: str) -> None:
    del session, known, path


def _leads_on_alone(_original: Original, html: str, known: MailToken) -> str:
    del known
    return html


def _whoever_asks(_original: Original, headers: Mapping[str, str], method: str) -> bool:
    del headers, method
    return True


def _waits_on(original: Original, session: Session, contact: Contact, what: Did, of: str) -> None:
    if what != "clicked":
        original(session, contact, what, of)


def _stands_for_all(_original: Original, session: Session, contact: Contact, what: Did, of: str) -> None:
    from sqlalchemy import func, select, update

    from webbuilder import clock
    from webbuilder.workflows.tables import Pause

    now = clock.now(session, contact.workspace_id)
    all_who_wait = Pause.workspace_id == contact.workspace_id, Pause.awaits == f"{what}:{of}"
    session.execute(update(Pause).where(*all_who_wait, Pause.taken_by.is_(None)).values(due_at=now))
    session.execute(select(func.pg_notify("outbox", "")))


def _anywhere(_original: Original, known: MailToken, what: Did) -> str | None:
    del known, what
    return None


def _forms_instead(original: Original, written: Mapping[str, str]) -> dict[str, Any]:
    chosen: dict[str, Any] = original(written)
    return chosen if chosen["kind"] != "clicked" else {"kind": "form", "again": False}


FAULTS = (
    Fault(
        "following-a-mail-starts-nothing",
        "Whoever follows a mail starts nothing.",
        "Whoever wants to know more would get it never, and go to the bakery across the street.",
        "IP-CRM-WORKFLOW",
        (rules.FOLLOWS_ONCE,),
        "Email Automation",
        (Function("webbuilder.workflows.following:clicked", _unnoticed),),
    ),
    Fault(
        "following-a-mail-starts-each-time",
        "Whoever follows a mail a second time starts a second run.",
        "Whoever looks at the bread every morning would get the same letter every morning.",
        "CONSISTENCY",
        (rules.FOLLOWS_ONCE,),
        "Email Automation",
        (Function("webbuilder.workflows.following:clicked", _each_time),),
    ),
    Fault(
        "forms-start-what-mails-should",
        "What is chosen on the screen to start by a mail, a form starts.",
        "Maya would wait for those who follow her letter, and thank those who never got it.",
        "SYS-WORKFLOW",
        (rules.FOLLOWS_ONCE,),
        "Frontend Builder",
        (Function("webbuilder.screens.workflows:_trigger", _forms_instead),),
    ),
    Fault(
        "machines-are-people",
        "What a mail server looks at counts as followed by a person.",
        "Maya would write to four thousand machines, and call her letter a success.",
        "SECURITY",
        (rules.MACHINES_START_NOTHING,),
        "Email Automation",
        (Function("webbuilder.workflows.following:is_person", _whoever_asks),),
    ),
    Fault(
        "opening-a-mail-starts-nothing",
        "Whoever opens a mail starts nothing.",
        "Whoever reads every letter would be asked whether they still want any.",
        "IP-CRM-WORKFLOW",
        (rules.OPENS_STARTS,),
        "Email Automation",
        (Function("webbuilder.workflows.following:opened", _unnoticed),),
    ),
    Fault(
        "followers-are-not-seen",
        "A run that waits for somebody to follow a mail does not notice that they did.",
        "Whoever looked on Monday would be thanked on Thursday, when the bread is stale.",
        "SYS-WORKFLOW",
        (rules.FOLLOWER_GOES_ON,),
        "Workflow Engine",
        (Function("webbuilder.workflows.happening:wait_no_longer", _waits_on),),
    ),
    Fault(
        "one-follower-stands-for-all",
        "When one of those who are waited for follows a mail, all of them go on.",
        "Everybody would be told that they have looked, and nobody be asked once more.",
        "IP-CRM-WORKFLOW",
        (rules.FOLLOWER_GOES_ON,),
        "Workflow Engine",
        (Function("webbuilder.workflows.happening:wait_no_longer", _stands_for_all),),
    ),
    Fault(
        "pages-of-all-sites-are-one",
        "Whoever visits a page of one site starts what waits for a page of that name on another.",
        "Whoever looked at wedding cakes would hear of autumn cakes as well, from a site never seen.",
        "CONSISTENCY",
        (rules.OF_ITS_OWN_SITE,),
        "Live Sites",
        (Function("webbuilder.workflows.following:where", _anywhere),),
    ),
    Fault(
        "nobody-is-known-on-pages",
        "Whoever comes by a mail is a stranger on the site.",
        "Somebody would look at wedding cakes for an hour, and hear of rolls.",
        "IP-CRM-WORKFLOW",
        (rules.KNOWN_ON_PAGES,),
        "Live Sites",
        (Function("webbuilder.workflows.following:visited", _nobody_knows),),
    ),
    Fault(
        "pages-forget-by-which-mail",
        "On the second page it is forgotten by which mail somebody came.",
        "The bread on the first page would be all that anybody ever looked at.",
        "LIVE-SITE",
        (rules.KNOWN_ON_PAGES,),
        "Live Sites",
        (Function("webbuilder.workflows.following:led_on", _leads_on_alone),),
    ),
)
