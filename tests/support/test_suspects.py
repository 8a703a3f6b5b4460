"""Whom a failure points at."""

from __future__ import annotations

import pytest

from support.drivers.reference.arriving import ReferenceSet
from support.journal import Exchange
from support.suspects import ANSWERED, CHANGED, suspect
from support.target import Target
from tests.support.worlds import tiny_target

APP = "http://127.0.0.1:8000"
BUILDER, CONTACTS, CONTROL = f"{APP}/sites/site-1/builder", f"{APP}/contacts", f"{APP}/control/workspaces"
ACCEPT = ("POST", f"{APP}/suggestions/suggestion-1/accept")


def looks(*addresses: str) -> list[Exchange]:
    return [Exchange("GET", address, "", 200, "", "") for address in addresses]


@pytest.mark.parametrize(
    ("exchanges", "change", "named"),
    [
        (looks(BUILDER, CONTACTS), ACCEPT, ("CRM System", ANSWERED)),
        (looks(CONTACTS, BUILDER), ACCEPT, ("AI Services", CHANGED)),
        (looks(CONTACTS, BUILDER), None, ("Frontend Builder", ANSWERED)),
        (looks(CONTACTS, CONTROL), None, ("CRM System", ANSWERED)),
        ([], None, ("", ANSWERED)),
    ],
)
def test_the_last_to_answer_unless_it_only_shows_what_another_changed(
    exchanges: list[Exchange], change: tuple[str, str] | None, named: tuple[str, str]
) -> None:
    drivers = ReferenceSet(Target(tiny_target().description, {"app": APP}))
    assert suspect(drivers, exchanges, change) == named


def test_how_an_act_ended_is_a_matter_of_who_acted() -> None:
    drivers = ReferenceSet(Target(tiny_target().description, {"app": APP}))
    assert suspect(drivers, looks(CONTACTS), ACCEPT, of_act=True) == ("AI Services", CHANGED)
    assert suspect(drivers, looks(CONTACTS), None, of_act=True) == ("CRM System", ANSWERED)
