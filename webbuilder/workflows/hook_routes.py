"""What other systems tell workflows, over HTTP: signed, not signed in."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Header, Request
from pydantic import BaseModel, ConfigDict, Field

from webbuilder.asking import Known, Store, refuse_foreign_pages, settings_of
from webbuilder.connector import service as connector
from webbuilder.conventions.bounded import Bounded
from webbuilder.problems import misfit, refused
from webbuilder.settings import Settings
from webbuilder.workflows import drawing, hooks

# Not `Keeping`: an answer that holds a secret is kept nowhere, and a message is known by its own id.
router = APIRouter(prefix="/api", tags=["workflows"], route_class=Bounded)
Told = Annotated[Settings, Depends(settings_of)]
_PATH = "/hooks/{workflow_id}"


class Said(BaseModel):
    """Somebody that another system tells of."""

    model_config = ConfigDict(
        extra="forbid",
        str_strip_whitespace=True,
        json_schema_extra={"examples": [{"email": "priya@example.org", "name": "Priya"}]},
    )
    email: Annotated[str, Field(min_length=3, max_length=254)]
    name: Annotated[str, Field(max_length=connector.FIELD_LENGTH)] = ""


class Door(BaseModel):
    """Where other systems send messages for a workflow, and the secret, which is told this once."""

    address: str
    secret: str = Field(pattern="^whsec_")


class Taken(BaseModel):
    """A message was taken; the same one, sent again, starts nothing more."""

    state: str = "taken"


async def _raw(request: Request) -> bytes:
    return await request.body()


@router.post(
    _PATH, status_code=202, responses=refused(401, 409), dependencies=[Depends(refuse_foreign_pages)]
)
def hear(  # noqa: PLR0917 - the framework calls it by name
    workflow_id: str,
    said: Said,
    store: Store,
    raw: Annotated[bytes, Depends(_raw)],
    message_id: Annotated[str, Header(alias="webhook-id", min_length=1, max_length=200)],
    sent: Annotated[str, Header(alias="webhook-timestamp", pattern=r"^\d{1,12}$")],
    signature: Annotated[str, Header(alias="webhook-signature", max_length=2000)],
) -> Taken:
    """Let a message of another system start the workflow that its secret belongs to (Standard Webhooks)."""
    headers = {"webhook-id": message_id, "webhook-timestamp": sent, "webhook-signature": signature}
    workflow = hooks.known(store, workflow_id, raw, headers)
    if not connector.is_address(said.email):
        words = f"“{said.email}” is not an e-mail address. Send one such as priya@example.org."
        raise misfit("email", words)
    hooks.take_in(store, workflow, message_id, said.email, said.name)
    return Taken()


@router.post("/workflows/{workflow_id}/secret")
def renew(workflow_id: str, known: Known, store: Store, told: Told) -> Door:
    """Give a workflow another secret, told in this answer alone; the one before is worth nothing any more."""
    workflow = drawing.locked(store, known.workspace_id, workflow_id)
    address = f"{told.where.app}{router.prefix}{_PATH.format(workflow_id=workflow.id)}"
    return Door(address=address, secret=hooks.renew_secret(workflow))
