"""What goes wrong with the keys of partners' programs."""
# ruff: noqa: ARG001, PLC0415 - bodies take what their target takes; the list is printed without the platform

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from webbuilder.faults.catalogue import rules
from webbuilder.faults.functions import Function, Original
from webbuilder.faults.records import Fault

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy.orm import Session

    from webbuilder.accounts.roles import Demand, Scope
    from webbuilder.accounts.service import Caller
    from webbuilder.accounts.tables import ApiKey


def _one_alone_is_none(original: Original, scopes: frozenset[str], wanted: str | None) -> None:
    original(scopes if len(scopes) > 1 else frozenset(), wanted)


def _reading_is_writing(original: Original, scopes: frozenset[str], wanted: str | None) -> None:
    read = {scope for scope in scopes if scope.endswith(":read")}
    original(scopes | {scope.replace(":read", ":write") for scope in read}, wanted)


def _one_scope_a_key(original: Original, scopes: frozenset[str], wanted: str | None) -> None:
    original(frozenset(sorted(scopes)[:1]), wanted)


def _told_without_its_end(
    original: Original, session: Session, owner: Caller, name: str, scopes: Iterable[Scope]
) -> tuple[ApiKey, str]:
    key, secret = original(session, owner, name, scopes)
    return key, secret[:-1]


def _not_withdrawn(original: Original, session: Session, workspace_id: str, key_id: str) -> None:
    return None


def _keys_stay(original: Original, session: Session, person_id: str) -> None:
    from sqlalchemy import delete

    from webbuilder.accounts.tables import Invitation

    session.execute(delete(Invitation).where(Invitation.invited_by == person_id))


def _of_the_room(original: Original, methods: Any, tags: Any, said: Any) -> Demand:
    from webbuilder.accounts.roles import SCOPE

    others = {name: one for name, one in (said or {}).items() if name != SCOPE}
    asked: Demand = original(methods, tags, others)
    return asked


def _by_the_site(original: Original, methods: Any, tags: Any, said: Any) -> Demand:
    from webbuilder.accounts.roles import SCOPE

    of_events = (said or {}).get(SCOPE) == "events:write"
    return cast("Demand", original(methods, tags, {**said, SCOPE: "sites:write"} if of_events else said))


def _who_tells_may_look(original: Original, scopes: frozenset[str], wanted: str | None) -> None:
    original(scopes | ({"sites:read"} if "events:write" in scopes else set()), wanted)


FAULTS = (
    Fault(
        "keys-for-one-thing-open-nothing",
        "A key that was made for one thing alone does not do it.",
        "Tariq would ask for more than his tills need, since less does not work.",
        "ACCOUNTS",
        (rules.KEY_DOES,),
        "Backend APIs",
        (Function("webbuilder.accounts.roles:refuse_scope", _one_alone_is_none),),
    ),
    Fault(
        "keys-that-read-may-change",
        "A key that was made for reading changes as well.",
        "A lost till would give everything away.",
        "SECURITY",
        (rules.KEY_NOTHING_ELSE,),
        "Component APIs",
        (Function("webbuilder.accounts.roles:refuse_scope", _reading_is_writing),),
    ),
    Fault(
        "scopes-are-those-of-a-room",
        "What an operation asks of a key is what its room asks, whatever it says itself.",
        "A till that may change pages would have mail sent to Maya's customers.",
        "SECURITY",
        (rules.KEY_NOTHING_ELSE,),
        "Backend APIs",
        (Function("webbuilder.accounts.roles:demand", _of_the_room),),
    ),
    Fault(
        "withdrawn-keys-open",
        "A key that was taken back opens what it did.",
        "Maya would part with Tariq, and his tills would read on.",
        "SECURITY",
        (rules.KEY_NOTHING_ELSE,),
        "Backend APIs",
        (Function("webbuilder.accounts.keys:withdraw", _not_withdrawn),),
    ),
    Fault(
        "keys-outlast-their-owner",
        "A key goes on to open what it opened when whoever made it is no owner any more.",
        "Noor would step down, and a till that she let in would go on reading Maya's drafts.",
        "SECURITY",
        (rules.KEY_NOTHING_ELSE,),
        "Backend APIs",
        (Function("webbuilder.accounts.people:close_doors_of", _keys_stay),),
    ),
    Fault(
        "keys-have-one-scope",
        "Of several things that a key was made for it does one.",
        "Tariq would ask for a key each time he adds something to his tills.",
        "ACCOUNTS",
        (rules.KEY_DOES,),
        "Backend APIs",
        (Function("webbuilder.accounts.roles:refuse_scope", _one_scope_a_key),),
    ),
    Fault(
        "keys-are-told-without-their-end",
        "The secret of a key is told without its last letter.",
        "Tariq would try for a day why his key opens nothing.",
        "ACCOUNTS",
        (rules.KEY_DOES,),
        "Backend APIs",
        (Function("webbuilder.accounts.keys:make", _told_without_its_end),),
    ),
    Fault(
        "telling-takes-a-key-to-the-site",
        "A program that tells of events needs a key by which it could change the site.",
        "Whoever empties Tariq's till would be able to put his own words on Maya's page.",
        "SECURITY",
        (rules.KEY_DOES, rules.KEY_NOTHING_ELSE),
        "Analytics",
        (Function("webbuilder.accounts.roles:demand", _by_the_site),),
    ),
    Fault(
        "whoever-tells-of-events-may-look",
        "A key for telling of events reads the site and its figures as well.",
        "A competitor would find a till's key, and read what Maya plans and how she fares.",
        "SECURITY",
        (rules.KEY_NOTHING_ELSE,),
        "Analytics",
        (Function("webbuilder.accounts.roles:refuse_scope", _who_tells_may_look),),
    ),
)
