"""Rules of the Magic Connector: a form joined to a workflow, and a visitor's form taken in once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, select
from sqlalchemy.dialects.postgresql import insert

from webbuilder import clock, database, security
from webbuilder.components import service as components
from webbuilder.connector import filling, sifting
from webbuilder.connector.tables import Connection, Submission
from webbuilder.problems import Problem, not_found
from webbuilder.tracing import current_trace_id
from webbuilder.workflows import service as workflows

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from webbuilder.components.tables import Component
    from webbuilder.components.tree import Tree
    from webbuilder.sites.tables import Site

FIELD_LENGTH, LONG_FIELD_LENGTH = 500, 5000
# What a mail header would read as two addresses, a comment or a quotation (RFC 5322 §3.2.3) is left out,
# and so is what it would read as other letters than stand there (RFC 2047).
_PART = r"[^\s@<>()\[\]\\,;:\".]+"
_ADDRESS = re.compile(
    rf"(?!.*=\?)(?=.{{1,64}}@){_PART}(?:\.{_PART})*@(?=.{{1,253}}$){_PART}(?:\.{_PART})*\.[^\W\d_][\w-]{{1,62}}"
)
AGREED = "yes"  # what the page sends of a consent that was given
PERSONS_NAME = frozenset({"name", "your_name", "full_name", "first_name"})
_PHONE = re.compile(r"\+?[\d\s()/.-]*")
_DIGITS = range(5, 16)  # ITU-T E.164 §6.1: fifteen at most
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_CONTROL_IN_LINES = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def of_form(workspace_id: str, site_id: str, component_id: str) -> Select[Connection]:
    """Select the connection of a form."""
    return select(Connection).where(
        Connection.workspace_id == workspace_id,
        Connection.site_id == site_id,
        Connection.component_id == component_id,
    )


def submissions_of(workspace_id: str, site_id: str) -> Select[Submission]:
    """Select what visitors sent to a site, samples left out, the newest first."""
    return (
        select(Submission)
        .where(Submission.workspace_id == workspace_id, Submission.site_id == site_id, ~Submission.sample)
        .order_by(Submission.sent_at.desc(), Submission.id)
    )


def form_in(tree: Tree, component_id: str) -> Component:
    """Return a form of a page.

    Raises:
        Problem: there is no such form.
    """
    form = tree.get(component_id)
    if form is None or form.type != "form":
        raise not_found("form")
    return form


def proposed_mapping(tree: Tree, form_id: str) -> dict[str, str]:
    """Propose which field of the form fills which of the contact: by kind for the address, else by name.

    Raises:
        Problem: the form asks for no e-mail address, without which nobody can become a contact.
    """
    return mapping_from([field.properties for field in tree.children(form_id)])


def asks_for_address(tree: Tree, form_id: str) -> bool:
    """Whether whoever fills a form leaves an address, so that a workflow can write to them."""
    try:
        proposed_mapping(tree, form_id)
    except Problem:
        return False
    return True


def mapping_from(fields: list[dict[str, Any]]) -> dict[str, str]:
    """Propose the mapping for a form with these fields.

    Raises:
        Problem: none of them asks for an e-mail address.
    """
    email = next((field["name"] for field in fields if field["kind"] == "email" and field["required"]), None)
    if email is None:
        raise Problem(
            422,
            "no-address",
            "This form does not insist on an e-mail address. Add a required field for it, then connect.",
        )
    name = next((field["name"] for field in fields if field["name"] in PERSONS_NAME), None)
    return {"email": email, **({"name": name} if name else {})}


def connect(
    session: Session, site: Site, form_id: str, workflow_id: str, wanted: dict[str, str] | None = None
) -> Connection:
    """Join a form to a workflow; from the next submission on it works.

    Args:
        wanted: which field fills which of the contact; without it, what is proposed.

    Raises:
        Problem: there is no such form or workflow here, or the form cannot fill a contact.
    """
    tree = components.tree_of(session, site.id, site.workspace_id)
    form = form_in(tree, form_id)
    workflow = workflows.one(session, site.workspace_id, workflow_id, lock=True)
    if workflow.site_id != site.id:
        raise not_found("workflow")
    if not workflows.starts_by_form(session, workflow):
        raise Problem(
            409,
            "starts-otherwise",
            "This workflow does not start when a form is sent. Let it, or choose another one.",
        )
    mapping = proposed_mapping(tree, form.id)
    if wanted is not None:
        mapping = filling.checked([field.properties for field in tree.children(form.id)], wanted)
    values = {
        "workflow_id": workflow.id,
        "mapping": mapping,
        "created_at": clock.now(session, site.workspace_id),
    }
    session.execute(
        insert(Connection)
        .values(site_id=site.id, component_id=form.id, workspace_id=site.workspace_id, **values)
        .on_conflict_do_update(index_elements=["site_id", "component_id"], set_=values)
    )
    return session.get_one(Connection, (site.id, form.id), populate_existing=True)


def _fault_of(field: dict[str, Any], value: str) -> str | None:
    has_lines = field["kind"] == "long_text"
    limit = LONG_FIELD_LENGTH if has_lines else FIELD_LENGTH
    if len(value) > limit:
        return f"“{field['label']}” is too long: {limit} characters at most."
    if (_CONTROL_IN_LINES if has_lines else _CONTROL).search(value):
        return f"“{field['label']}” holds characters that cannot be read. Type it again."
    if field["required"] and not value:
        return f"“{field['label']}” is needed. Please fill it in."
    return _misfit(field, value) if value else None


def is_address(value: str) -> bool:
    """Whether something is an e-mail address that mail may be sent to."""
    return _ADDRESS.fullmatch(value) is not None


def _misfit(field: dict[str, Any], value: str) -> str | None:
    """Say why a value is none of the kind that a field asks for."""
    kind = field["kind"]
    if kind == "email" and not is_address(value):
        return f"“{value}” is not an e-mail address. Please check it, such as priya@example.org."
    if kind == "phone" and not (_PHONE.fullmatch(value) and sum(map(str.isdigit, value)) in _DIGITS):
        return f"“{value}” is not a phone number. Please check it, such as +44 20 7946 0000."
    if kind == "choice" and value not in field["options"]:
        offered = ", ".join(field["options"])
        return f"“{value}” is not one of the choices of “{field['label']}”: {offered}. Please choose one."
    if kind == "consent" and value != field["label"]:
        return f"“{field['label']}” can be agreed to or not. Load the page again."
    return None


def _value_of(field: dict[str, Any], sent: dict[str, str]) -> str:
    """Return what somebody says in a field; of a consent it is kept what they agreed to, word for word."""
    value = sent.get(field["name"], "").strip()
    if field["kind"] == "consent" and value == AGREED:
        return str(field["label"])
    return value


def checked_fields(fields: list[dict[str, Any]], sent: dict[str, str]) -> dict[str, str]:
    """Return the values of a form's own fields; what else was sent is left out.

    Raises:
        Problem: a value is missing, too long, unreadable or no address; every such field is named.
    """
    values = {field["name"]: _value_of(field, sent) for field in fields}
    wrong = {field["name"]: fault for field in fields if (fault := _fault_of(field, values[field["name"]]))}
    if wrong:
        places = [{"pointer": f"/{name}", "detail": fault} for name, fault in wrong.items()]
        raise Problem(422, "not-valid", " ".join(wrong.values()), errors=places)
    return values


def take_in(  # noqa: PLR0917 - what a visitor sent, and how
    session: Session,
    site: Site,
    form_id: str,
    view_token: str,
    values: dict[str, str],
    held_because: str | None = None,
) -> Submission:
    """Store what a visitor sent and announce it, both or neither; what is held back is stored alone.

    The same served form with the same values is one submission; a value that was corrected makes another.

    Raises:
        Problem: the form was not served by us, so that nobody can tell a first sending from a repeated one.
    """
    if security.trace_of_view(site.form_key, form_id, view_token) is None:
        raise Problem(
            422, "not-served", "This form is no longer valid. Load the page again and send it from there."
        )
    sent = {
        "id": database.new_id("submission"),
        "workspace_id": site.workspace_id,
        "site_id": site.id,
        "component_id": form_id,
        "release": site.live_release,
        "view_token": view_token,
        "content": sifting.content_of(values),
        "fields": values,
        "times_sent": 1,
        "trace_id": current_trace_id(),
        "sent_at": clock.now(session, site.workspace_id),
        "held_because": held_because,
        "sample": False,
    }
    stored = _stored(session, sent)
    if stored.times_sent == 1 and not held_because:
        sifting.announce(session, stored)
    return stored


def _stored(session: Session, sent: dict[str, Any]) -> Submission:
    """Store what was sent; the same of the same served form is counted, and no other submission."""
    return session.execute(
        insert(Submission)
        .values(**sent)
        .on_conflict_do_update(
            index_elements=["site_id", "view_token", "content"],
            set_={"times_sent": Submission.times_sent + 1},
        )
        .returning(Submission)
    ).scalar_one()
