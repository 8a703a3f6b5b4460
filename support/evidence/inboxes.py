"""The mails that the people of a scenario have, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from support.cast import Person
    from support.records import Mail
    from support.world import World

Inboxes = list[tuple["Person", "Sequence[Mail]"]]


def mails_of(world: World) -> Inboxes:
    """Return what lies in the inbox of each person, the newest first.

    Raises:
        LookupError: the target names no mailbox.
        httpx.HTTPError: it names one, and that does not answer.
    """
    inbox = world.inbox
    return [(person, inbox.mails(person.email)) for person in world.journal.people]


def words(inboxes: Inboxes) -> str:
    """Return the mails in words; an empty inbox is said."""
    told = [
        f"{person.name} <{person.email}>: "
        + ("\n\n".join(map(_words, mails)) if mails else "the inbox is empty.")
        for person, mails in inboxes
    ]
    return "\n\n".join(told) or "Nobody took part who could get mail."


def traces(inboxes: Inboxes) -> list[str]:
    """Return the traces that the mails name, the oldest mail's first."""
    mails = [mail for _, mails in inboxes for mail in reversed(mails)]
    return [mail.headers["x-trace-id"] for mail in mails if "x-trace-id" in mail.headers]


def _words(mail: Mail) -> str:
    headers = "\n".join(f"  {name}: {value}" for name, value in sorted(mail.headers.items()))
    text = "\n".join(f"  {line}" for line in (mail.text or mail.html).splitlines())
    return f"“{mail.subject}”\n{headers}\n\n{text}"
