"""Webhooks over HTTP, for owners and for keys that were made for it: make one, change it, end it."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Response
from pydantic import BaseModel, ConfigDict, Field, StrictBool

from webbuilder import outbound
from webbuilder.accounts.roles import asks
from webbuilder.asking import Known, Store, settings_of
from webbuilder.conventions.bounded import Bounded
from webbuilder.conventions.lists import Wanted, part_of
from webbuilder.conventions.versions import SHOWN, IfMatch, refuse_stale, tell
from webbuilder.problems import refused
from webbuilder.settings import Settings
from webbuilder.webhooks import service
from webbuilder.webhooks.tables import Webhook
from webbuilder.webhooks.telling import Kind

# Not `Keeping`, as keys are not: an answer that holds a secret is given once, and kept nowhere.
router = APIRouter(prefix="/api/webhooks", tags=["webhooks"], route_class=Bounded)
Told = Annotated[Settings, Depends(settings_of)]
OWNERS = asks(role="owner")
# The pattern is told and not checked: `service.refuse_address` says in words what an address must be.
_SCHEME = {"pattern": "^[Hh][Tt][Tt][Pp][Ss]?://"}
Address = Annotated[str, Field(min_length=1, max_length=outbound.LONGEST, json_schema_extra=_SCHEME)]
Kinds = Annotated[list[Kind], Field(min_length=1, max_length=20)]


class NewWebhook(BaseModel):
    """Where messages are sent to, and of which events; the address is one that the public internet knows."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [{"url": "https://till.example/hooks", "events": ["contact.created"]}]
        },
    )
    url: Address
    events: Kinds


class ChangedWebhook(BaseModel):
    """What shall be otherwise; what is left out stays. What was due when it is disabled is given up."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"events": ["form.sent", "site.published"]}]}
    )
    url: Address | None = None
    events: Kinds | None = None
    enabled: StrictBool | None = None


class WebhookView(BaseModel):
    """A webhook, without its secret; `old_secret_until` is how long the secret before signs as well."""

    id: str
    url: str
    events: list[Kind]
    state: Literal["enabled", "disabled"]
    disabled_because: str | None
    old_secret_until: datetime | None
    created_at: datetime


class WebhookMade(WebhookView):
    """A webhook with the secret that signs its messages, which is told this once (Standard Webhooks)."""

    secret: str = Field(pattern="^whsec_")


class WebhookList(BaseModel):
    """A part of a workspace's webhooks, the newest first, and the cursor of the next part."""

    items: list[WebhookView]
    next_cursor: str | None = None


def view(webhook: Webhook) -> WebhookView:
    """Return what is shown of a webhook."""
    return WebhookView(
        id=webhook.id,
        url=webhook.url,
        events=webhook.events,
        state="enabled" if webhook.enabled else "disabled",
        disabled_because=webhook.disabled_because,
        old_secret_until=webhook.old_until,
        created_at=webhook.created_at,
    )


def with_secret(webhook: Webhook) -> WebhookMade:
    """Return what is shown of a webhook to whoever has just given it a secret."""
    return WebhookMade(**view(webhook).model_dump(), secret=webhook.secret)


@router.get("", openapi_extra=OWNERS)
def all_webhooks(known: Known, store: Store, part: Wanted) -> WebhookList:
    """List the webhooks of this workspace."""
    listed = service.of_workspace(known.workspace_id)
    here, more = part_of(store, listed, Webhook.created_at, Webhook.id, part)
    return WebhookList(items=[view(webhook) for webhook in here], next_cursor=more)


@router.post("", status_code=201, responses=refused(409), openapi_extra=OWNERS)
def make_webhook(wanted: NewWebhook, known: Known, store: Store, told: Told) -> WebhookMade:
    """Let an address be told of events; the secret that signs the messages is in this answer alone."""
    service.refuse_address(wanted.url, told.allow_outbound)
    return with_secret(service.make(store, known.workspace_id, wanted.url, wanted.events))


@router.get("/{webhook_id}", responses={200: SHOWN}, openapi_extra=OWNERS)
def read_webhook(webhook_id: str, known: Known, store: Store, response: Response) -> WebhookView:
    """Return one webhook, and its version."""
    shown = view(service.one(store, known.workspace_id, webhook_id))
    tell(response, shown)
    return shown


@router.patch("/{webhook_id}", responses={**refused(412, 428), 200: SHOWN}, openapi_extra=OWNERS)
def change_webhook(  # noqa: PLR0917 - the framework calls it by name
    webhook_id: str,
    wanted: ChangedWebhook,
    known: Known,
    store: Store,
    told: Told,
    response: Response,
    if_match: IfMatch = None,
) -> WebhookView:
    """Send messages elsewhere, of other events, or none until further notice."""
    if wanted.url is not None:
        service.refuse_address(wanted.url, told.allow_outbound)
    webhook = service.one(store, known.workspace_id, webhook_id, lock=True)
    refuse_stale(if_match, view(webhook))
    webhook.url = wanted.url or webhook.url
    webhook.events = sorted(set(wanted.events)) if wanted.events else webhook.events
    if wanted.enabled is not None and wanted.enabled != webhook.enabled:
        service.enable(webhook) if wanted.enabled else service.disable(store, webhook, service.BY_ITS_OWNER)
    shown = view(webhook)
    tell(response, shown)
    return shown


@router.delete("/{webhook_id}", status_code=204, openapi_extra=OWNERS)
def end_webhook(webhook_id: str, known: Known, store: Store) -> None:
    """Tell an address nothing any more; what was due to it is not sent."""
    store.delete(service.one(store, known.workspace_id, webhook_id, lock=True))


@router.post("/{webhook_id}/secret", openapi_extra=OWNERS)
def change_secret(webhook_id: str, known: Known, store: Store) -> WebhookMade:
    """Give a webhook another secret, told in this answer alone; for 24 hours the old one signs as well."""
    webhook = service.one(store, known.workspace_id, webhook_id, lock=True)
    service.rotate(store, webhook)
    return with_secret(webhook)
