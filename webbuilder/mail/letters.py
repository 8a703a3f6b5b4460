"""How a mail looks: MJML with merge fields, and the same words as plain text."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from pathlib import Path

import mjml
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import escape

_ENVIRONMENT = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"), autoescape=True, undefined=StrictUndefined
)
FALLBACK_NAME = "there"


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail ready to be sent: subject, plain text and HTML say the same, and where mails are ended."""

    subject: str
    text: str
    html: str
    unsubscribe: str | None = None


def merged(words: str, name: str) -> str:
    """Put the contact's name where `{name}` stands; a contact without a name is greeted all the same."""
    return words.replace("{name}", name.strip() or FALLBACK_NAME)


@dataclass(frozen=True, slots=True)
class Hand:
    """By what a contact gets a mail: the site signed up at, if any, its address, the token, the button."""

    site: str
    address: str
    token: str
    button: str


def compose(subject: str, paragraphs: list[str], name: str, sender: str, hand: Hand) -> Letter:
    """Return the letter to a contact; whatever the name holds stays words, never markup."""
    body = [merged(paragraph, name) for paragraph in paragraphs]
    known = f"you signed up at {hand.site}" if hand.site else f"{sender} has your address"
    why = f"You get this mail because {known}."
    follow = (hand.button, f"{hand.address}/go/{hand.token}") if hand.button else None
    seen, unsubscribe = f"{hand.address}/seen/{hand.token}", f"{hand.address}/unsubscribe/{hand.token}"
    return _letter(merged(subject, name), body, sender, why, follow, seen, unsubscribe)


@dataclass(frozen=True, slots=True)
class Plate:
    """A letter to many, rendered once: where its marks stand, each reader's name and token are printed."""

    letter: Letter
    name_mark: str
    token_mark: str

    def printed(self, name: str, token: str) -> Letter:
        """Return the letter to one reader; whatever the name holds stays words, never markup."""
        called = name.strip() or FALLBACK_NAME

        def fill(words: str, name: str = called) -> str:
            return words.replace(self.name_mark, name).replace(self.token_mark, token)

        of = self.letter
        html = fill(of.html, str(escape(called)))
        return Letter(fill(of.subject), fill(of.text), html, fill(of.unsubscribe or ""))


def engrave(subject: str, paragraphs: list[str], sender: str, address: str, button: str) -> Plate:
    """Return the plate of a letter to many, from a site at an address."""
    name_mark, token_mark = (f"mark{secrets.token_hex(8)}" for _ in range(2))
    hand = Hand("", address, token_mark, button)
    return Plate(compose(subject, paragraphs, name_mark, sender, hand), name_mark, token_mark)


@dataclass(frozen=True, slots=True)
class About:
    """A contact, as owners are told of one: who it is, of which site, and where its page is."""

    name: str
    email: str
    site: str
    page: str


def notice(words: str, owner: str, about: About) -> Letter:
    """Return the letter that tells an owner of a contact; a link leads to its page."""
    who = f"{about.name.strip() or 'Somebody'} ({about.email}) came by {about.site}."
    why = "You get this mail because a workflow of yours tells its owners so."
    told = [f"Hello {owner},", merged(words, about.name), who]
    return _letter(merged(words, about.name), told, about.site, why, ("Look at the contact", about.page))


def invitation(inviter: str, workspace: str, link: str, days: int) -> Letter:
    """Return the letter that lets somebody join a workspace by a link, for so many days."""
    words = f"{inviter} would like to work on the sites of {workspace} together with you."
    until = (
        f"The invitation is open for {days} days, and for one person. If you do not know {inviter}, leave it."
    )
    why = f"You get this mail because {inviter} wrote your address into an invitation."
    return _letter(f"Join {workspace}", [words, until], workspace, why, ("Accept the invitation", link))


def _letter(  # noqa: PLR0917 - what a letter is made of
    subject: str,
    paragraphs: list[str],
    sender: str,
    why: str,
    follow: tuple[str, str] | None = None,
    seen: str | None = None,
    unsubscribe: str | None = None,
) -> Letter:
    page = _ENVIRONMENT.get_template("letter.mjml").render(
        subject=subject,
        paragraphs=paragraphs,
        sender=sender,
        why=why,
        follow=follow,
        seen=seen,
        unsubscribe=unsubscribe,
    )
    html: str = mjml.mjml2html(page)
    link = [f"{follow[0]}: {follow[1]}"] if follow else []
    ends = [f"Unsubscribe: {unsubscribe}"] if unsubscribe else []
    return Letter(subject, "\n\n".join([*paragraphs, *link, why, *ends]) + "\n", html, unsubscribe)
