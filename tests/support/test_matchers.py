"""What Thens expect: each matcher fits what it says, fits nothing else, and says what it expected."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hamcrest import equal_to
from hamcrest.core.matcher import Matcher

from support import matchers
from support.records import (
    Colleague,
    Contact,
    Draft,
    Happened,
    Mail,
    Section,
    Submission,
)
from support.records_of_workflows import RunOfWorkflow
from tests.support.fitting import assert_fits

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
HERO, OFFER = Section("Hero", ("20% off", "Fresh every day")), Section("Offer", ("Rye",))
FORM = Section("Offer", (), (("name", "email"),))
PRIYA = Contact("Priya", "Priya@Example.com", ("new", "bread"))
NOW, THREE_DAYS = timedelta(), timedelta(days=3)


def signed_up(*after: timedelta, at: str = "Spring Sale") -> Contact:
    history = tuple(Happened("signed up", f"Signed up at {at}", NOON + one) for one in after)
    return Contact(
        "Priya", "p@example.com", (), (*history, Happened("mail", "Mail about Spring Sale opened", NOON))
    )


CASES: list[tuple[str, Matcher[Any], object, list[object], str]] = [
    ("only", matchers.only(equal_to("a")), ["a"], [[], ["a", "a"], ["b"]], "'a'"),
    ("among", matchers.among(equal_to("a")), ["b", "a"], [[], ["b"]], "'a'"),
    ("reads", matchers.reads("20% off"), ["a", "20% off"], [["20% off today"], []], "20% off"),
    ("reads_of", matchers.reads_of("20%"), ["a", "20% off"], [["30% off"], []], "20%"),
    (
        "draft_reading",
        matchers.draft_reading("20% off"),
        Draft("20% off", (HERO,)),
        [Draft("20% off", (OFFER,))],
        "20% off",
    ),
    (
        "has_sections",
        matchers.has_sections(["Hero", "Offer"]),
        Draft("", (HERO, OFFER)),
        [Draft("", (OFFER, HERO)), Draft("", (HERO,)), Draft("", (HERO, OFFER, HERO))],
        "a page with the sections Hero, Offer",
    ),
    (
        "has_one_form",
        matchers.has_one_form(["name", "email"]),
        FORM,
        [HERO, Section("Offer", (), (("email", "name"),)), Section("Offer", (), FORM.forms * 2)],
        "('name', 'email')",
    ),
    (
        "contact_of",
        matchers.contact_of("Priya", "priya@example.COM"),
        PRIYA,
        [Contact("Priya", "other@example.com"), Contact("Ravi", "priya@example.com")],
        "the address priya@example.COM",
    ),
    ("tagged", matchers.tagged("bread"), PRIYA, [Contact("Priya", "p@example.com", ("breads",))], "'bread'"),
    (
        "on_lists",
        matchers.on_lists("jokers"),
        replace(PRIYA, lists=("jokers",)),
        [PRIYA, replace(PRIYA, lists=("jokers", "guests"))],
        "jokers",
    ),
    (
        "known_to_be",
        matchers.known_to_be("bread", "rye"),
        replace(PRIYA, details=(("cake", "none"), ("bread", "rye"))),
        [PRIYA, replace(PRIYA, details=(("bread", "spelt"),))],
        "rye",
    ),
    (
        "tagged_only",
        matchers.tagged_only("bread"),
        Contact("Priya", "p@example.com", ("bread",)),
        [PRIYA, Contact("Priya", "p@example.com")],
        "'bread'",
    ),
    (
        "known_from",
        matchers.known_from("Spring Sale"),
        signed_up(THREE_DAYS),
        [
            signed_up(),
            signed_up(timedelta(), at="Autumn Sale"),
            signed_up(timedelta(), THREE_DAYS),
            replace(signed_up(NOW), history=signed_up(NOW).history + signed_up(NOW, at="Rye Week").history),
        ],
        "one sign-up, at Spring Sale",
    ),
    (
        "signed_up_at",
        matchers.signed_up_at("Spring Sale", 2, THREE_DAYS),
        signed_up(THREE_DAYS, timedelta()),
        [
            signed_up(timedelta()),
            signed_up(),
            signed_up(timedelta(), THREE_DAYS - timedelta(seconds=1)),
            signed_up(timedelta(), THREE_DAYS + timedelta(minutes=6)),
            signed_up(timedelta(), timedelta(days=1), THREE_DAYS),
            signed_up(timedelta(), THREE_DAYS, at="Autumn Sale"),
        ],
        "2 sign-ups at Spring Sale, 3 days apart",
    ),
    (
        "sent",
        matchers.sent("Priya", 1),
        Submission(("Priya", "p@example.com"), 1),
        [Submission(("Priya",), 2), Submission(("Ravi",), 1)],
        "'Priya'",
    ),
    (
        "mail_about",
        matchers.mail_about("Welcome"),
        Mail("Welcome", "", ""),
        [Mail("Offer", "", "")],
        "'Welcome'",
    ),
    (
        "mail_from",
        matchers.mail_from("Autumn Sale", "Welcome", naming="Priya"),
        Mail("Welcome", "Hello Priya, from Autumn Sale", "<p>Hello Priya, from Autumn Sale"),
        [
            Mail("Welcome", "Hello Priya, from Spring Sale", "<p>Hello Priya, from Autumn Sale"),
            Mail("Welcome", "Hello, from Autumn Sale", "<p>Hello Priya, from Autumn Sale"),
        ],
        "Autumn Sale",
    ),
    (
        "mail_titled",
        matchers.mail_titled("Welcome", naming="Priya"),
        Mail("Welcome", "Hello Priya,", "<p>Hello Priya,"),
        [
            Mail("Welcome", "Hello,", "<p>Hello Priya,"),
            Mail("Welcome", "Hello Priya,", "<p>Hello {name},"),
            Mail("Welcome back", "Hello Priya,", "<p>Hello Priya,"),
        ],
        "'Welcome'",
    ),
    (
        "passed_over",
        matchers.passed_over("p@example.com", "welcomed already"),
        RunOfWorkflow("P@example.com", "skipped", "welcomed already"),
        [
            RunOfWorkflow("r@example.com", "skipped", "welcomed already"),
            RunOfWorkflow("p@example.com", "succeeded", None),
            RunOfWorkflow("p@example.com", "skipped", "no address"),
        ],
        "'welcomed already'",
    ),
    (
        "looks_as",
        matchers.looks_as(Draft("20% off", (HERO, OFFER))),
        Draft("20% off", (HERO, OFFER)),
        [Draft("20% off", (OFFER, HERO)), Draft("30% off", (HERO, OFFER))],
        "20% off",
    ),
    (
        "works_with",
        matchers.works_with("maya@x.example", "noor@x.example", "editor"),
        [Colleague("noor@x.example", "editor"), Colleague("maya@x.example", "owner")],
        [
            [Colleague("maya@x.example", "owner")],
            [Colleague("noor@x.example", "viewer"), Colleague("maya@x.example", "owner")],
            [
                Colleague("noor@x.example", "editor"),
                Colleague("maya@x.example", "owner"),
                Colleague("r@x.example", "owner"),
            ],
        ],
        "noor@x.example",
    ),
    (
        "saying",
        matchers.saying("rye"),
        Submission(("Priya", "rye"), 1),
        [Submission(("Priya", "rye bread"), 1), Submission((), 1)],
        "'rye'",
    ),
    (
        "with_properties",
        matchers.with_properties(role=equal_to("editor")),
        Colleague("noor@x.example", "editor"),
        [Colleague("noor@x.example", "viewer")],
        "'editor'",
    ),
]
IDS = [name for name, *_ in CASES]


@pytest.mark.parametrize(("matcher", "fitting", "others", "said"), [case[1:] for case in CASES], ids=IDS)
def test_a_matcher_fits_what_it_says_and_nothing_else(
    matcher: Matcher[Any], fitting: object, others: list[object], said: str
) -> None:
    assert_fits(matcher, fitting, others, said)


def test_every_matcher_is_tried() -> None:
    public = {
        name
        for name, thing in vars(matchers).items()
        if getattr(thing, "__module__", "") == matchers.__name__ and not name.startswith("_")
    }
    assert public == {name.split()[0] for name in IDS}
