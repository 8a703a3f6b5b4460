"""What goes wrong where people sign in and out."""
# ruff: noqa: ARG001, PLC0415, PLR0917 - bodies take what their target takes; the list is printed without the platform

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from webbuilder.faults.catalogue import rules
from webbuilder.faults.functions import Function, Original, Query
from webbuilder.faults.records import Fault

if TYPE_CHECKING:
    from sqlalchemy import Delete, Select
    from sqlalchemy.orm import Session

    from webbuilder.accounts.tables import Person


def _any_password(original: Original, person: Person | None, password: str) -> bool:
    return person is not None


def _as_written(original: Original, email: str) -> Select[Person]:
    from sqlalchemy import select

    from webbuilder.accounts.tables import Person

    return select(Person).where(Person.email == email)


def _uncounted(original: Original, session: Session, email: str) -> None:
    return None


def _the_right_one_is_let_in(original: Original, session: Session, email: str) -> None:
    """Let whoever would be held up try on."""
    from webbuilder.problems import Problem

    try:
        original(session, email)
    except Problem:
        original.fired()


def _uncounted_inside(original: Original, store: Any, caller: Any, old: str, new: str, token: str) -> None:
    from webbuilder.accounts import guessing

    with store.transaction() as session:
        guessing.forget(session, caller.email)
    original(store, caller, old, new, token)


def _one_for_all(original: Original, email: str) -> str:
    return str(original("everybody"))


def _out_everywhere(original: Original, session: Session, token: str) -> None:
    from webbuilder import security
    from webbuilder.accounts import service
    from webbuilder.accounts.tables import SignIn

    found = session.get(SignIn, security.digest(token))
    if found:
        session.execute(service.sessions_of(found.person_id))


def _nowhere(original: Original, session: Session, person_id: str) -> None:
    return None


def _kept_after_a_change(original: Original, person_id: str, but: str | None = None) -> Delete:
    from sqlalchemy import false

    ended: Delete = original(person_id)
    return ended if but is None else ended.where(false())


def _here_as_well(original: Original, person_id: str, but: str | None = None) -> Delete:
    ended: Delete = original(person_id)
    return ended


def _any_length(original: Original, password: str, pointer: str) -> str:
    return password


FAULTS = (
    Fault(
        "any-password-opens-an-account",
        "Whoever knows an address is let in, whatever the password.",
        "Ravi would sit in Maya's shop with her address from a business card.",
        "ACCOUNTS",
        (rules.ONE_ACCOUNT,),
        "Backend APIs",
        (Function("webbuilder.accounts.service:belongs_to", _any_password),),
    ),
    Fault(
        "addresses-are-taken-letter-by-letter",
        "An address that is written in capitals is another address.",
        "Maya would not get in where the till's keyboard begins with a capital.",
        "ACCOUNTS",
        (rules.ONE_ACCOUNT,),
        "Backend APIs",
        (Query("webbuilder.accounts.service:person_with", _as_written),),
    ),
    Fault(
        "wrong-passwords-are-not-counted",
        "Nobody counts how many passwords were wrong.",
        "Ravi would leave a machine guessing overnight, and be in by morning.",
        "ACCOUNTS",
        (rules.HELD_UP,),
        "Backend APIs",
        (Function("webbuilder.accounts.guessing:count", _uncounted),),
    ),
    Fault(
        "the-eleventh-guess-may-be-right",
        "However many passwords were wrong, the next one is looked at.",
        "Ravi would be told each time that it was wrong, until it is not.",
        "ACCOUNTS",
        (rules.HELD_UP,),
        "Backend APIs",
        (Function("webbuilder.accounts.guessing:note", _the_right_one_is_let_in, counts_itself=True),),
    ),
    Fault(
        "guesses-at-an-open-machine-are-not-counted",
        "Whoever sits at an open machine tries passwords as long as they like.",
        "Ravi would find Maya's password at the till, choose another, and be the only one who gets in.",
        "ACCOUNTS",
        (rules.HELD_UP,),
        "Backend APIs",
        (Function("webbuilder.accounts.service:change_password", _uncounted_inside),),
    ),
    Fault(
        "guesses-hold-up-everybody",
        "Wrong passwords for one account hold up every account.",
        "One bored neighbour would keep every business on the platform out.",
        "ACCOUNTS",
        (rules.HELD_UP,),
        "Backend APIs",
        (Function("webbuilder.accounts.guessing:key_of", _one_for_all),),
    ),
    Fault(
        "leaving-one-machine-leaves-all",
        "Who signs out on one machine is signed out on each.",
        "Maya would lose what she was writing at home each time she closes the till.",
        "ACCOUNTS",
        (rules.LEAVES_IS_OUT,),
        "Backend APIs",
        (Function("webbuilder.accounts.service:sign_out", _out_everywhere),),
    ),
    Fault(
        "leaving-everywhere-leaves-nothing",
        "Signing out everywhere ends no session.",
        "Maya would go home at ease while the till's computer stands open.",
        "ACCOUNTS",
        (rules.LEAVES_IS_OUT,),
        "Backend APIs",
        (Function("webbuilder.accounts.service:sign_out_everywhere", _nowhere),),
    ),
    Fault(
        "a-new-password-ends-nothing",
        "Whoever got in by the old password stays in after it was changed.",
        "Maya would change it because of Ravi, and Ravi would read on.",
        "ACCOUNTS",
        (rules.LEAVES_IS_OUT,),
        "Backend APIs",
        (Function("webbuilder.accounts.service:sessions_of", _kept_after_a_change),),
    ),
    Fault(
        "a-new-password-ends-the-session-it-was-chosen-in",
        "Who chooses a password is signed out where she chose it.",
        "Maya would think that it went wrong, and try her old one ten times.",
        "ACCOUNTS",
        (rules.LEAVES_IS_OUT,),
        "Backend APIs",
        (Function("webbuilder.accounts.service:sessions_of", _here_as_well),),
    ),
    Fault(
        "short-passwords-will-do",
        "A password of a few letters is taken.",
        "Ravi would guess it before he is held up.",
        "ACCOUNTS",
        (rules.LEAVES_IS_OUT,),
        "Backend APIs",
        (Function("webbuilder.accounts.service:checked", _any_length),),
    ),
)
