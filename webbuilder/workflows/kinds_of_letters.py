"""The kinds of steps that tell somebody something."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from webbuilder import outbound
from webbuilder.workflows.kind import Kind, unknown

if TYPE_CHECKING:
    from collections.abc import Iterator

_LEADS = re.compile(r"/(?!/)|https?://\S")


class SendMail(Kind):
    """Send the contact a mail; `{name}` stands for the contact's name.

    Its `button`, if it has one, leads by `link` to a page of the site, such as /order, or elsewhere.
    """

    kind: Literal["send_mail"]
    subject: Annotated[str, Field(max_length=200)] = ""
    paragraphs: list[Annotated[str, Field(max_length=2000)]] = Field([], max_length=50)
    button: Annotated[str, Field(max_length=60)] = ""
    link: Annotated[str, Field(max_length=outbound.LONGEST)] = ""

    @property
    def words(self) -> str:
        """The step as its owner reads it."""
        return f"Send the mail “{self.subject}”"

    def lacks(self) -> Iterator[tuple[str, str]]:
        """Yield that subject or words are missing, and what in them stands for nothing."""
        if not self.subject:
            yield "subject", "Give the mail a subject."
        if not any(self.paragraphs):
            yield "paragraphs", "Write what the mail says."
        yield from unknown("subject", self.subject)
        yield from unknown("paragraphs", "\n".join(self.paragraphs))
        if self.link and not self.button:
            yield "button", "Say what its button says, or leave out where it leads."
        if self.button and not _LEADS.match(self.link):
            yield "link", "Say where its button leads: to a page such as /order, or to https:// elsewhere."


class Notify(Kind):
    """Write a mail to the owners of the workspace; `{name}` stands for the contact's name."""

    kind: Literal["notify"]
    notice: Annotated[str, Field(max_length=200)] = ""

    @property
    def words(self) -> str:
        """The step as its owner reads it."""
        return f"Tell the owners “{self.notice}”"

    def lacks(self) -> Iterator[tuple[str, str]]:
        """Yield that nothing is told, and what in the words stands for nothing."""
        if not self.notice:
            yield "notice", "Say what the owners are told."
        yield from unknown("notice", self.notice)


class Call(Kind):
    """Send a message about the contact to an address of another system, signed with the workflow's secret."""

    kind: Literal["call"]
    address: Annotated[str, Field(max_length=outbound.LONGEST)] = ""

    @property
    def words(self) -> str:
        """The step as its owner reads it."""
        return f"Send a message to {self.address}"

    def lacks(self) -> Iterator[tuple[str, str]]:
        """Yield that there is no address, or none that a message would be sent to."""
        if not self.address:
            yield "address", "Give the address, such as https://till.example/hooks."
            return
        try:
            outbound.read(self.address)
        except outbound.NotAllowed as reason:
            yield "address", str(reason)
