"""What goes wrong where people work together."""
# ruff: noqa: ARG001, PLC0415 - bodies take what their target takes; the list is printed without the platform

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from webbuilder.faults.catalogue import rules
from webbuilder.faults.functions import Function, Original
from webbuilder.faults.records import Fault

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from webbuilder.accounts.tables import Invitation, Person


def _open_still(original: Original, session: Session, token: str, name: str, password: str) -> Person:
    from webbuilder import database
    from webbuilder.accounts import people
    from webbuilder.accounts.tables import Invitation

    was = people.open_invitation(session, token)
    columns = {one.name: getattr(was, one.name) for one in Invitation.__table__.columns}
    kept = Invitation(**{**columns, "email": f"{database.new_id('anybody')}@example.org"})
    joined: Person = original(session, token, name, password)
    session.add(kept)
    return joined


def _never_too_old(original: Original, session: Session, token: str) -> Invitation:
    from webbuilder.accounts import people

    found: Invitation | None = session.scalar(people.invitation_of(token))
    return found if found is not None else original(session, token)


def _not_withdrawn(original: Original, session: Session, workspace_id: str, invitation_id: str) -> None:
    return None


def _as_a_viewer(original: Original, session: Session, token: str, name: str, password: str) -> Person:
    joined: Person = original(session, token, name, password)
    joined.role = "viewer"
    return joined


def _whoever_is_in(original: Original, role: str, least: Any, workspace: str) -> None:
    original("editor" if role == "viewer" else role, least, workspace)


def _as_good_as_owners(original: Original, role: str, least: Any, workspace: str) -> None:
    original("owner" if role == "editor" else role, least, workspace)


def _owners_alone(original: Original, role: str, least: Any, workspace: str) -> None:
    original("viewer" if role == "editor" else role, least, workspace)


def _from_the_next_time_on(
    original: Original, session: Session, workspace_id: str, person_id: str, role: Any
) -> Person:
    from webbuilder.accounts import people

    return people.one(session, workspace_id, person_id)


def _not_removed(original: Original, session: Session, workspace_id: str, person_id: str) -> None:
    return None


def _left_open(original: Original, session: Session, person_id: str) -> None:
    return None


def _let_go(original: Original, session: Session, person: Person) -> None:
    return None


FAULTS = (
    Fault(
        "invitations-stay-open",
        "An invitation that was used lets the next one in as well.",
        "Whoever finds Noor's mail would sit in Maya's shop.",
        "ACCOUNTS",
        (rules.ONE_IN_ONCE,),
        "Backend APIs",
        (Function("webbuilder.accounts.people:join", _open_still),),
    ),
    Fault(
        "invitations-never-grow-old",
        "An invitation is open however long nobody follows it.",
        "A forgotten mail would open Maya's shop years later.",
        "ACCOUNTS",
        (rules.ONE_IN_ONCE,),
        "Backend APIs",
        (Function("webbuilder.accounts.people:open_invitation", _never_too_old),),
    ),
    Fault(
        "withdrawn-invitations-stay-open",
        "An invitation that was taken back lets its guest in all the same.",
        "Maya would notice the wrong address, take it back, and have a stranger in her shop.",
        "ACCOUNTS",
        (rules.ONE_IN_ONCE,),
        "Backend APIs",
        (Function("webbuilder.accounts.people:withdraw", _not_withdrawn),),
    ),
    Fault(
        "everybody-joins-as-a-viewer",
        "Whoever joins may only look, whatever they were invited for.",
        "Noor would come to write, and Maya would write again.",
        "ACCOUNTS",
        (rules.ONE_IN_ONCE,),
        "Backend APIs",
        (Function("webbuilder.accounts.people:join", _as_a_viewer),),
    ),
    Fault(
        "viewers-may-change",
        "Who came to look may change whatever there is.",
        "Maya's accountant would give everything away with one wrong key.",
        "ACCOUNTS",
        (rules.WHAT_THEY_CAME_FOR,),
        "Backend APIs",
        (Function("webbuilder.accounts.roles:refuse_role", _whoever_is_in),),
    ),
    Fault(
        "editors-may-decide",
        "Who came to write may let others in.",
        "Noor's friends would be owners of Maya's shop by the evening.",
        "ACCOUNTS",
        (rules.WHAT_THEY_CAME_FOR,),
        "Backend APIs",
        (Function("webbuilder.accounts.roles:refuse_role", _as_good_as_owners),),
    ),
    Fault(
        "editors-may-only-look",
        "Who came to write may only look.",
        "Noor would send her words by mail, and Maya would copy them at night.",
        "ACCOUNTS",
        (rules.WHAT_THEY_CAME_FOR,),
        "Backend APIs",
        (Function("webbuilder.accounts.roles:refuse_role", _owners_alone),),
    ),
    Fault(
        "roles-are-not-changed",
        "A role that is taken away stays.",
        "Maya would part with a helper who publishes on.",
        "ACCOUNTS",
        (rules.WHAT_THEY_CAME_FOR,),
        "Backend APIs",
        (Function("webbuilder.accounts.people:give_role", _from_the_next_time_on),),
    ),
    Fault(
        "removing-is-for-show",
        "Whoever was removed works on.",
        "Maya would part with a helper who reads her customers' addresses next morning.",
        "ACCOUNTS",
        (rules.REMOVED_IS_OUT,),
        "Backend APIs",
        (Function("webbuilder.accounts.people:remove", _not_removed),),
    ),
    Fault(
        "what-an-owner-opened-stays-open",
        "An invitation of somebody who is no owner any more lets its guest in.",
        "Whoever knows that she will have to go would invite herself first.",
        "ACCOUNTS",
        (rules.ONE_IN_ONCE,),
        "Backend APIs",
        (Function("webbuilder.accounts.people:close_doors_of", _left_open),),
    ),
    Fault(
        "the-last-owner-may-go",
        "The last owner may step down.",
        "Nobody could let anybody in any more, Maya herself included.",
        "ACCOUNTS",
        (rules.NEVER_WITHOUT_OWNER,),
        "Backend APIs",
        (Function("webbuilder.accounts.people:_refuse_last_owner", _let_go),),
    ),
)
