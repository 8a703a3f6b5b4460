"""The screens of working together: who works here, joining, and what is one's own."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Cookie, Depends, Form, Request
from fastapi.responses import RedirectResponse
from pydantic import ValidationError
from starlette.responses import Response

from webbuilder.accounts import key_routes, keys, people, people_routes, routes as account_routes, service
from webbuilder.accounts.roles import ROLES, SCOPES, Role, Scope, asks
from webbuilder.accounts.tables import Workspace
from webbuilder.asking import COOKIE, Known, Store, refuse_foreign_pages, settings_of
from webbuilder.problems import Problem
from webbuilder.screens.application import fits, page, told

if TYPE_CHECKING:
    from webbuilder.accounts.service import Caller

router = APIRouter(include_in_schema=False)
Text = Annotated[str, Form(max_length=2000)]
_SAID: dict[Scope, str] = {"events:write": "tell of events"}  # what happened is told, and never changed
_OWNERS, _ONESELF = asks(role="owner"), asks(role="viewer")


def _everybody(request: Request, known: Caller, store: Store, status: int = 200, **more: object) -> Response:
    """Show who works here; owners see what only they may change."""
    owner = known.role == "owner"
    here = {
        "people": store.scalars(people.of_workspace(known.workspace_id)).all(),
        "invited": store.scalars(people.invitations(known.workspace_id)).all() if owner else [],
        "keys": store.scalars(keys.of_workspace(known.workspace_id)).all() if owner else [],
        "owner": owner,
        "roles": ROLES,
        "scopes": {scope: _allowing(scope) for scope in SCOPES},
    }
    return page(request, "people.html", status, here="/people", known=known, **here, **more)


def _allowing(scope: Scope) -> str:
    """Return what a key of a scope may, as its maker reads it."""
    area, _, deed = scope.partition(":")
    return _SAID.get(scope, f"{'read' if deed == 'read' else 'change'} {area}")


@router.get("/people")
def people_page(request: Request, known: Known, store: Store) -> Response:
    """Show who works here."""
    return _everybody(request, known, store)


@router.post("/people/invitations", openapi_extra=_OWNERS)
def invite(request: Request, known: Known, store: Store, email: Text = "", role: Text = "editor") -> Response:
    """Invite somebody, or say what was wrong."""

    def act() -> str:
        guest = fits(
            people_routes.Guest,
            f"{email} is not an e-mail address. Correct it.",
            email=email.strip(),
            role=role,
        )
        people.invite(
            store, known, guest.email, guest.role, settings_of(request).where.app + people_routes.PATH
        )
        return f"An invitation is on its way to {guest.email}."

    return told(store, act, partial(_everybody, request, known, store))


@router.post("/people/invitations/{invitation_id}/withdrawal", openapi_extra=_OWNERS)
def withdraw(request: Request, invitation_id: str, known: Known, store: Store) -> Response:
    """Let an invitation open nothing any more."""

    def act() -> str:
        people.withdraw(store, known.workspace_id, invitation_id)
        return "The invitation opens nothing any more."

    return told(store, act, partial(_everybody, request, known, store))


@router.post("/people/{person_id}/role", openapi_extra=_OWNERS)
def give_role(request: Request, person_id: str, known: Known, store: Store, role: Text = "") -> Response:
    """Give somebody another role, or say why not."""

    def act() -> str:
        wanted = fits(people_routes.NewRole, "Choose one of the roles.", role=role).role
        person = people.give_role(store, known.workspace_id, person_id, wanted)
        return f"{person.name} is {_with_article(wanted)} now."

    return told(store, act, partial(_everybody, request, known, store))


@router.post("/people/{person_id}/removal", openapi_extra=_OWNERS)
def remove(request: Request, person_id: str, known: Known, store: Store) -> Response:
    """Let somebody work here no longer, or say why not."""

    def act() -> str:
        name = people.one(store, known.workspace_id, person_id).name
        people.remove(store, known.workspace_id, person_id)
        return f"{name} works here no longer."

    return told(store, act, partial(_everybody, request, known, store))


@router.post("/people/keys", openapi_extra=_OWNERS)
def make_key(
    request: Request,
    known: Known,
    store: Store,
    name: Text = "",
    scopes: Annotated[list[str] | None, Form()] = None,
) -> Response:
    """Make a key and show its secret this once, or say what was wrong."""

    def act() -> str:
        words = "A key needs a name, and at least one thing that it is for."
        wanted = fits(key_routes.NewKey, words, name=name, scopes=scopes or [])
        return keys.make(store, known, wanted.name, wanted.scopes)[1]

    def show(done: str = "", **more: object) -> Response:
        return _everybody(request, known, store, secret=done, **more)  # type: ignore[arg-type]  # a status is one

    return told(store, act, show)


@router.post("/people/keys/{key_id}/withdrawal", openapi_extra=_OWNERS)
def withdraw_key(request: Request, key_id: str, known: Known, store: Store) -> Response:
    """Let a key open nothing any more."""

    def act() -> str:
        keys.withdraw(store, known.workspace_id, key_id)
        return "The key opens nothing any more."

    return told(store, act, partial(_everybody, request, known, store))


@router.get("/invitations/{token}")
def invitation_page(request: Request, token: str, store: Store) -> Response:
    """Ask whoever follows an invitation for a name and a password."""
    found = people.open_invitation(store, token)
    return _joining(request, token, store.get_one(Workspace, found.workspace_id).name, found.email)


def _joining(  # noqa: PLR0917 - what is shown again after a mistake
    request: Request,
    token: str,
    workspace: str,
    email: str,
    status: int = 200,
    words: str = "",
    said: str = "",
) -> Response:
    return page(
        request, "joining.html", status, token=token, workspace=workspace, email=email, words=words, said=said
    )


@router.post("/invitations/{token}", dependencies=[Depends(refuse_foreign_pages)])
def join(request: Request, token: str, store: Store, name: Text = "", password: Text = "") -> Response:
    """Let whoever was invited in and lead to the sites, or say what was wrong."""
    found = people.open_invitation(store, token)
    workspace = store.get_one(Workspace, found.workspace_id).name
    try:
        said = people_routes.Newcomer.model_validate({"token": token, "name": name, "password": password})
        person = people.join(store, said.token, said.name, said.password)
    except ValidationError:
        words = "Your name has 120 characters at most."
        return _joining(request, token, workspace, found.email, 422, words, name[:120])
    except Problem as problem:
        return _joining(request, token, workspace, found.email, problem.status, problem.detail, name)
    answer = RedirectResponse("/sites", 303)
    account_routes.remember(request, answer, service.issue(store, person))
    return answer


def _own(request: Request, known: Caller, status: int = 200, **more: object) -> Response:
    return page(request, "account.html", status, here="/account", known=known, **more)


@router.get("/account")
def account_page(request: Request, known: Known) -> Response:
    """Show what is one's own: the password, and where one is signed in."""
    return _own(request, known)


@router.post("/account/password", openapi_extra=_ONESELF)
def change_password(
    request: Request,
    known: Known,
    mm_session: Annotated[str, Cookie()],
    old: Text = "",
    new: Text = "",
) -> Response:
    """Choose another password, or say what was wrong."""
    try:
        service.change_password(request.app.state.database, known, old, new, mm_session)
    except Problem as problem:
        return _own(request, known, problem.status, words=problem.detail)
    return _own(request, known, done="Your password is changed. You are signed out everywhere else.")


@router.post("/account/sign-out-everywhere", openapi_extra=_ONESELF)
def sign_out_everywhere(known: Known, store: Store) -> Response:
    """Sign out on every machine."""
    service.sign_out_everywhere(store, known.person_id)
    answer = RedirectResponse("/sign-in", 303)
    answer.delete_cookie(COOKIE)
    return answer


def _with_article(role: Role) -> str:
    return f"an {role}" if role[0] in "aeio" else f"a {role}"
