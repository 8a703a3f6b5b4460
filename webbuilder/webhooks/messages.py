"""What messages to partners say, as the contract promises it (OpenAPI 3.1, `webhooks`)."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Literal

from fastapi import Header
from pydantic import AnyHttpUrl, BaseModel, ConfigDict, Field

from webbuilder.contract import name_of
from webbuilder.webhooks.telling import CONTACT_CREATED, FORM_SENT, SITE_PUBLISHED, TEST, WORKFLOW_CONTACT

if TYPE_CHECKING:
    from collections.abc import Callable

    from fastapi import FastAPI

Id = Annotated[
    str,
    Header(alias="webhook-id", description="Names the message: sent again, it has the same.", min_length=1),
]
Sent = Annotated[
    str,
    Header(
        alias="webhook-timestamp",
        description="When it was sent, in seconds since 1970: refuse what is older than five minutes.",
        pattern=r"^\d+$",
    ),
]
Signature = Annotated[
    str,
    Header(
        alias="webhook-signature",
        description="One signature, or two while a secret changes (Standard Webhooks).",
        pattern=r"^v1,[A-Za-z0-9+/=]+( v1,[A-Za-z0-9+/=]+)*$",
    ),
]
Trace = Annotated[
    str,
    Header(
        alias="traceparent",
        description="The trace of what caused it (W3C Trace Context).",
        pattern=r"^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$",
    ),
]
Address = Annotated[AnyHttpUrl, Field(description="Where more is found, with a key for it.")]
# What a message holds beyond what is promised may be somebody's: nothing else is in it.
_NOTHING_ELSE = ConfigDict(extra="forbid")


class AboutContact(BaseModel):
    """A contact."""

    model_config = _NOTHING_ELSE
    contact: str
    address: Address


class AboutForm(BaseModel):
    """What a visitor sent, and where."""

    model_config = _NOTHING_ELSE
    submission: str
    site: str
    form: str
    address: Address


class AboutRelease(BaseModel):
    """A site, and the number of its release."""

    model_config = _NOTHING_ELSE
    site: str
    release: int
    address: Address


class AboutSomebody(BaseModel):
    """Somebody that a workflow tells of; a `sample` is somebody who tries it out."""

    model_config = _NOTHING_ELSE
    workflow: str
    sample: bool
    contact: str
    email: str
    name: str
    details: dict[str, str]
    tags: list[str]
    lists: list[str]


class AboutNothing(BaseModel):
    """Nothing."""

    model_config = _NOTHING_ELSE


class _Message(BaseModel):
    model_config = _NOTHING_ELSE
    timestamp: datetime = Field(description="When it happened, by the workspace's clock.")


class ContactCreated(_Message):
    """Somebody is a contact who was none."""

    type: Literal["contact.created"]
    data: AboutContact


class FormSent(_Message):
    """A visitor has sent a form."""

    type: Literal["form.sent"]
    data: AboutForm


class SitePublished(_Message):
    """Visitors have another release of a site."""

    type: Literal["site.published"]
    data: AboutRelease


class WorkflowContact(_Message):
    """A workflow has come to the step that tells of somebody."""

    type: Literal["workflow.contact"]
    data: AboutSomebody


class Tested(_Message):
    """Somebody tries out a receiver."""

    type: Literal["webhook.test"]
    data: AboutNothing


def contact_created(said: ContactCreated, id_: Id, sent: Sent, signature: Signature, trace: Trace) -> None:
    """Tell that somebody is a contact who was none."""


def form_sent(said: FormSent, id_: Id, sent: Sent, signature: Signature, trace: Trace) -> None:
    """Tell that a visitor has sent a form."""


def site_published(said: SitePublished, id_: Id, sent: Sent, signature: Signature, trace: Trace) -> None:
    """Tell that visitors have another release of a site."""


def workflow_contact(said: WorkflowContact, id_: Id, sent: Sent, signature: Signature, trace: Trace) -> None:
    """Tell of somebody that a workflow is about; its owner chose the address, and its secret signs."""


def tested(said: Tested, id_: Id, sent: Sent, signature: Signature, trace: Trace) -> None:
    """Tell of nothing, for trying out a receiver."""


def describe(app: FastAPI) -> None:
    """Publish what is sent with all else that is promised."""
    told: dict[str, Callable[..., None]] = {
        CONTACT_CREATED: contact_created,
        FORM_SENT: form_sent,
        SITE_PUBLISHED: site_published,
        WORKFLOW_CONTACT: workflow_contact,
        TEST: tested,
    }
    for kind, function in told.items():
        app.webhooks.add_api_route(
            kind, function, methods=["POST"], tags=["webhooks"], generate_unique_id_function=name_of
        )
