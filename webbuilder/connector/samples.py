"""Trying a form out: a sample goes the way that a visitor's submission would, and is counted nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from webbuilder import clock, database, events
from webbuilder.accounts import people
from webbuilder.components import service as components
from webbuilder.connector import service, sifting, standing
from webbuilder.connector.tables import Submission
from webbuilder.problems import Problem
from webbuilder.tracing import current_trace_id
from webbuilder.workflows.tables import Workflow

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from webbuilder.accounts.service import Caller
    from webbuilder.components.tree import Tree
    from webbuilder.sites.tables import Site

_PHONE, _WORDS = "+44 20 7946 0000", "Sample"


def try_out(session: Session, site: Site, form_id: str, caller: Caller) -> Submission:
    """Send a sample through a form as it is drawn, in the name of whoever asks; a key asks for an owner.

    Raises:
        Problem: there is no such form, or nothing would follow.
    """
    tree = components.tree_of(session, site.id, site.workspace_id)
    service.form_in(tree, form_id)
    refuse_what_starts_nothing(session, site, form_id, tree)
    email, name = caller.email, caller.name
    if caller.scopes is not None:
        owner = session.scalars(people.owners(site.workspace_id)).first()
        email, name = (owner.email, owner.name) if owner else (email, name)
    fields = [field.properties for field in tree.children(form_id)]
    values = {field["name"]: _value(field, email, name) for field in fields}
    sent = Submission(
        id=database.new_id("submission"),
        workspace_id=site.workspace_id,
        site_id=site.id,
        component_id=form_id,
        release=site.live_release or 0,
        view_token=database.new_id("sample"),
        content=sifting.content_of(values),
        fields=values,
        trace_id=current_trace_id(),
        sent_at=clock.now(session, site.workspace_id),
        held_because=None,
        sample=True,
    )
    session.add(sent)
    announce(session, sent)
    return sent


def announce(session: Session, sent: Submission) -> None:
    """Let a sample start what its form starts; no partner is told of it."""
    told = {"submission": sent.id, "sample": True}
    events.announce(session, sent.workspace_id, events.FORM_SENT, told)


def refuse_what_starts_nothing(session: Session, site: Site, form_id: str, tree: Tree) -> None:
    """Refuse a form that starts nothing as it stands.

    Raises:
        Problem: it does.
    """
    joined = session.scalar(service.of_form(site.workspace_id, site.id, form_id))
    if joined is None:
        words = "This form is not connected, so nothing follows. Connect it first."
        raise Problem(409, "not-connected", words)
    broken = standing.why_broken(session, joined, tree)
    if broken:
        raise Problem(409, "broken", f"This form starts nothing any more. {broken}")
    asked = {field.properties["name"] for field in tree.children(form_id)}
    if not set(joined.mapping.values()) <= asked:
        words = "A question that fills the contact is gone, so nothing follows. Connect the form again."
        raise Problem(409, "broken", words)
    if not session.get_one(Workflow, joined.workflow_id).published_version:
        words = "Its workflow is not published, so nothing follows. Publish it first."
        raise Problem(409, "not-published", words)


def _value(field: dict[str, Any], email: str, name: str) -> str:
    """Return what a sample says in a field."""
    if field["kind"] == "email":
        return email
    if field["kind"] == "phone":
        return _PHONE
    if field["kind"] == "choice":
        return str(field["options"][0])
    if field["kind"] == "consent":
        return str(field["label"])
    return name if field["name"] in service.PERSONS_NAME else _WORDS
