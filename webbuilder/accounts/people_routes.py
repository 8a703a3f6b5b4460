"""Working together over HTTP: who works here, who is invited, and joining."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from webbuilder.accounts import people, service
from webbuilder.accounts.roles import Role, asks
from webbuilder.accounts.routes import Password, remember
from webbuilder.accounts.tables import Invitation, Person
from webbuilder.asking import Known, Store, refuse_foreign_pages, settings_of
from webbuilder.conventions.kept import Keeping
from webbuilder.problems import refused
from webbuilder.settings import Settings

router = APIRouter(prefix="/api", tags=["accounts"], route_class=Keeping)
Told = Annotated[Settings, Depends(settings_of)]
# Enough to refuse what cannot be one; whether a mail arrives there is seen when it is followed.
# Control characters by number: readers of patterns differ in what is white space (U+0085, U+FEFF).
_PART = r"[^\s\x00-\x1f\x7f-\x9f\uFEFF@<>,;:\"]+"
Email = Annotated[str, Field(max_length=254, pattern=rf"^{_PART}@{_PART}\.{_PART}$")]
PATH = "/invitations/{token}"
_OWNERS = asks(role="owner")


class PersonView(BaseModel):
    """Somebody who works here."""

    id: str
    name: str
    email: str
    role: Role


class PersonList(BaseModel):
    """Who works here, in the order in which they came."""

    items: list[PersonView]


class NewRole(BaseModel):
    """Which role somebody shall have."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"role": "viewer"}]})
    role: Role


class Guest(BaseModel):
    """Whom to invite, and in which role."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"email": "noor@example.org", "role": "editor"}]}
    )
    email: Email
    role: Role


class InvitationView(BaseModel):
    """An invitation that is open; the way in is in the mail alone."""

    id: str
    email: str
    role: Role
    expires_at: datetime


class InvitationList(BaseModel):
    """The invitations that are open, the newest first."""

    items: list[InvitationView]


class Newcomer(BaseModel):
    """What whoever was invited says: the token in the link of the mail, their name, a password."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [{"token": "from the mail", "name": "Noor", "password": "rye and spelt"}]
        },
    )
    token: str = Field(max_length=200)
    name: str = Field(max_length=120)
    password: Password


def view(person: Person) -> PersonView:
    """Return what is shown of somebody."""
    return PersonView.model_validate(person, from_attributes=True)


def invitation_view(invitation: Invitation) -> InvitationView:
    """Return what is shown of an invitation."""
    return InvitationView.model_validate(invitation, from_attributes=True)


@router.get("/people")
def everybody(known: Known, store: Store) -> PersonList:
    """List who works here."""
    return PersonList(items=[view(one) for one in store.scalars(people.of_workspace(known.workspace_id))])


@router.patch("/people/{person_id}", responses=refused(409), openapi_extra=_OWNERS)
def give_role(person_id: str, wanted: NewRole, known: Known, store: Store) -> PersonView:
    """Give somebody another role; it counts from their next request on."""
    return view(people.give_role(store, known.workspace_id, person_id, wanted.role))


@router.delete("/people/{person_id}", status_code=204, responses=refused(409), openapi_extra=_OWNERS)
def remove(person_id: str, known: Known, store: Store) -> None:
    """Let somebody work here no longer; what they made stays."""
    people.remove(store, known.workspace_id, person_id)


@router.get("/invitations", openapi_extra=_OWNERS)
def invited(known: Known, store: Store) -> InvitationList:
    """List the invitations that are open."""
    found = store.scalars(people.invitations(known.workspace_id))
    return InvitationList(items=[invitation_view(one) for one in found])


@router.post("/invitations", status_code=201, responses=refused(409), openapi_extra=_OWNERS)
def invite(guest: Guest, known: Known, store: Store, told: Told) -> InvitationView:
    """Invite somebody by mail; an earlier invitation of the same address is replaced."""
    made = people.invite(store, known, guest.email, guest.role, told.where.app + PATH)
    return invitation_view(made)


@router.delete("/invitations/{invitation_id}", status_code=204, openapi_extra=_OWNERS)
def withdraw(invitation_id: str, known: Known, store: Store) -> None:
    """Let an invitation open nothing any more."""
    people.withdraw(store, known.workspace_id, invitation_id)


@router.post(
    "/people", status_code=201, responses=refused(404, 409), dependencies=[Depends(refuse_foreign_pages)]
)
def join(newcomer: Newcomer, request: Request, response: Response, store: Store) -> PersonView:
    """Accept an invitation; the answer sets the session cookie."""
    person = people.join(store, newcomer.token, newcomer.name, newcomer.password)
    remember(request, response, service.issue(store, person))
    return view(person)
