"""Whom a failure points at."""

from __future__ import annotations

from dataclasses import replace

import pytest

from support.drivers.reference.arriving import ReferenceSet
from support.journal import Exchange
from support.suspects import (
    ANSWERED,
    CHANGED,
    DEVIATES,
    LET_IN,
    SENT_NOTHING,
    SENT_SO,
    SHOWS,
    TOLD,
    Clues,
    suspect,
)
from support.target import Target
from tests.support.worlds import tiny_target

APP = "http://127.0.0.1:8000"
BUILDER, CONTACTS, CONTROL = f"{APP}/sites/site-1/builder", f"{APP}/contacts", f"{APP}/control/workspaces"
COMPONENTS, WORKFLOWS = f"{APP}/api/sites/site-1/components", f"{APP}/api/sites/site-1/workflows"
LIVE = "http://spring-sale.localhost:8001/"
ACCEPT = ("POST", f"{APP}/suggestions/suggestion-1/accept")
STORE = ("POST", f"{APP}/api/sites/site-1/operations")


def looks(*addresses: str, again: bool = False) -> list[Exchange]:
    return [Exchange("GET", address, "", 200, "", "", again) for address in addresses]


def named(clues: Clues) -> tuple[str, str]:
    return suspect(ReferenceSet(Target(tiny_target().description, {"app": APP})), clues)


@pytest.mark.parametrize(
    ("exchanges", "change", "expected"),
    [
        (looks(BUILDER, CONTACTS), ACCEPT, ("CRM System", ANSWERED)),
        (looks(CONTACTS, BUILDER), ACCEPT, ("AI Services", CHANGED)),
        (looks(CONTACTS, BUILDER), None, ("Frontend Builder", ANSWERED)),
        (looks(CONTACTS, CONTROL), None, ("CRM System", ANSWERED)),
        ([], None, ("", ANSWERED)),
    ],
)
def test_the_last_to_answer_unless_it_only_shows_what_another_changed(
    exchanges: list[Exchange], change: tuple[str, str] | None, expected: tuple[str, str]
) -> None:
    assert named(Clues(exchanges, change)) == expected


def test_how_an_act_ended_is_a_matter_of_who_acted() -> None:
    assert named(Clues(looks(CONTACTS), ACCEPT, about="an act")) == ("AI Services", CHANGED)
    assert named(Clues(looks(CONTACTS), None, about="an act")) == ("CRM System", ANSWERED)


def test_where_nothing_is_whoever_should_have_brought_it_is_asked() -> None:
    assert named(Clues(looks(CONTACTS), ACCEPT, about="nothing")) == ("AI Services", CHANGED)


def test_what_a_screen_shows_otherwise_is_a_matter_of_that_screen() -> None:
    by_api = looks(WORKFLOWS, again=True)
    assert named(Clues(looks(CONTACTS) + by_api, STORE, held=True)) == ("Frontend Builder", SHOWS)
    assert named(Clues(looks(BUILDER, LIVE) + by_api, STORE, held=True)) == ("Live Sites", SHOWS)


def test_what_the_api_shows_as_well_is_a_matter_of_who_answered_there() -> None:
    exchanges = looks(CONTACTS) + looks(WORKFLOWS, again=True)
    assert named(Clues(exchanges, held=False)) == ("Workflow Engine", ANSWERED)
    assert named(Clues(exchanges, held=None)) == ("CRM System", ANSWERED)


@pytest.mark.parametrize(
    ("act", "screen"),
    [
        ("add_form", "Drag-Drop Canvas"),
        ("throw", "Drag-Drop Canvas"),
        ("change_headline", "Frontend Builder"),
        ("sign_up", "Live Sites"),
    ],
)
def test_a_screen_that_sent_nothing_or_sent_it_wrong_is_named(act: str, screen: str) -> None:
    clues = Clues(looks(COMPONENTS), STORE, act=act)
    assert named(clues) == ("Component APIs", CHANGED)
    assert named(replace(clues, sent=False)) == (screen, SENT_NOTHING)
    assert named(replace(clues, kept_as_sent=True)) == (screen, SENT_SO)
    assert named(replace(clues, about="words of a refusal")) == (screen, TOLD)
    assert named(replace(clues, about="words of a refusal", act="")) == ("Component APIs", CHANGED)


def test_who_only_looks_need_not_send_anything() -> None:
    assert named(Clues(looks(LIVE), act="read", sent=False)) == ("Live Sites", ANSWERED)


def test_a_window_lets_in_whom_another_lets_in() -> None:
    clues = Clues(looks(CONTACTS, BUILDER), about="an act let through", act="open", sent=False)
    assert named(clues) == ("Backend APIs", LET_IN)
    assert named(replace(clues, exchanges=looks(BUILDER, CONTACTS))) == ("CRM System", ANSWERED)


def test_what_was_answered_otherwise_than_promised_names_who_answered_so() -> None:
    clues = Clues(looks(CONTACTS, BUILDER), ACCEPT, deviating=("GET", COMPONENTS))
    assert named(clues) == ("Component APIs", DEVIATES)
