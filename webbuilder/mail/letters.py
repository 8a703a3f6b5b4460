"""How a mail looks: MJML with merge fields, and the same words as plain text."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import mjml
from jinja2 import Environment, FileSystemLoader, StrictUndefined

_ENVIRONMENT = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"), autoescape=True, undefined=StrictUndefined
)
FALLBACK_NAME = "there"


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail ready to be sent: subject, plain text and HTML say the same."""

    subject: str
    text: str
    html: str


def merged(words: str, name: str) -> str:
    """Put the contact's name where `{name}` stands; a contact without a name is greeted all the same."""
    return words.replace("{name}", name.strip() or FALLBACK_NAME)


def compose(subject: str, paragraphs: list[str], name: str, sender: str, site: str) -> Letter:
    """Return the letter to a contact; whatever the name holds stays words, never markup."""
    title = merged(subject, name)
    body = [merged(paragraph, name) for paragraph in paragraphs]
    page = _ENVIRONMENT.get_template("letter.mjml").render(
        subject=title, paragraphs=body, sender=sender, site=site
    )
    html: str = mjml.mjml2html(page)
    return Letter(
        title, "\n\n".join([*body, f"You get this mail because you signed up at {site}."]) + "\n", html
    )
