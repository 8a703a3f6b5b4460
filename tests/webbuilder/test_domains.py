"""Domains of one's own where scenarios do not reach: what becomes of one by what is found, and bad names."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import dns.message
import dns.rcode
import pytest

from webbuilder.domains import hosts, states
from webbuilder.domains.states import Finding, Found, State, Verdict
from webbuilder.parts import names
from webbuilder.problems import Problem
from webbuilder.sites import addresses
from webbuilder.sites.tables import Site

OURS = frozenset({"localhost", "sites.example", "app.example"})
NOW = datetime(2026, 3, 1, 9, tzinfo=UTC)
PATTERN = "https://{slug}.sites.example:8443/"
ZONE: names.Zone = {
    "_webbuilder.bakery.test": {"TXT": ["webbuilder=a1b2"]},
    "bakery.test": {"CNAME": ["spring.localhost"]},
    "empty.test": {},
    "asleep.test": {"silent": True},
}


@pytest.mark.parametrize(
    ("state", "proof", "lead", "taken", "then"),
    [
        ("pending", "none", "none", False, "pending"),
        ("pending", "other", "found", False, "pending"),
        ("pending", "found", "none", False, "verified"),
        ("pending", "found", "other", False, "verified"),
        ("pending", "found", "found", False, "live"),
        ("pending", "found", "found", True, "pending"),
        ("verified", "found", "found", False, "live"),
        ("verified", "none", "found", False, "pending"),
        ("verified", "found", "silent", False, "verified"),
        ("verified", "silent", "silent", False, "verified"),
        ("live", "found", "none", False, "verified"),
        ("live", "none", "none", False, "pending"),
        ("live", "other", "found", False, "pending"),
        ("live", "none", "silent", False, "pending"),
        ("live", "found", "silent", False, "live"),
        ("pending", "found", "silent", False, "verified"),
        ("pending", "found", "silent", True, "pending"),
        ("live", "silent", "silent", False, "live"),
        ("pending", "silent", "silent", True, "pending"),
    ],
)
def test_a_domain_stands_as_was_found(
    state: State, proof: Verdict, lead: Verdict, taken: bool, then: State
) -> None:
    found = Found(Finding(proof), Finding(lead))
    assert states.state_after(state, found, taken=taken) == then


@pytest.mark.parametrize(
    ("state", "waited", "silent", "ahead"),
    [
        ("pending", timedelta(), False, timedelta(minutes=1)),
        ("pending", timedelta(minutes=20), False, timedelta(minutes=20)),
        ("pending", timedelta(days=2), False, timedelta(hours=6)),
        ("pending", timedelta(days=3), False, None),
        ("verified", timedelta(minutes=5), False, timedelta(minutes=5)),
        ("verified", timedelta(days=9), False, timedelta(days=1)),
        ("live", timedelta(), False, timedelta(days=1)),
        ("live", timedelta(days=9), True, timedelta(hours=1)),
    ],
)
def test_it_is_looked_at_by_itself_at_a_growing_distance(
    state: State, waited: timedelta, silent: bool, ahead: timedelta | None
) -> None:
    then = states.next_look(state, NOW - waited, NOW, silent=silent)
    assert then == (NOW + ahead if ahead else None)


@pytest.mark.parametrize("proof", ["found", "other", "none", "silent", None])
@pytest.mark.parametrize("taken", [True, False])
def test_what_is_said_of_it_is_a_sentence(proof: Verdict | None, taken: bool) -> None:
    assert states.words("pending", proof, proof, taken=taken).endswith(".")
    assert states.words_of(proof, ("shop.test",))


@pytest.mark.parametrize(
    ("typed", "host"),
    [
        ("bakery.example", "bakery.example"),
        (" Bakery.Example. ", "bakery.example"),
        ("www.bakery.co.uk", "www.bakery.co.uk"),
        ("bäckerei.example", "xn--bckerei-5wa.example"),
        ("straße.example", "xn--strae-oqa.example"),
        ("xn--bckerei-5wa.example", "xn--bckerei-5wa.example"),
        ("parana.localhost.example", "parana.localhost.example"),
    ],
)
def test_names_are_kept_as_name_servers_know_them(typed: str, host: str) -> None:
    assert hosts.read(typed, OURS) == host


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", "cannot be a name"),
        ("https://bakery.example", "more than a name"),
        ("bakery.example/buy", "more than a name"),
        ("bakery.example:8080", "more than a name"),
        ("maya@bakery.example", "more than a name"),
        ("our bakery.example", "more than a name"),
        ("com", "a whole part of the net"),
        ("localhost", "belongs to this platform"),
        ("sites.example", "belongs to this platform"),
        ("Spring.Sites.Example", "belongs to this platform"),
        ("app.example", "belongs to this platform"),
        ("192.0.2.7", "number of a machine"),
        ("2001:db8::7", "number of a machine"),
        ("1.2.3", "number of a machine"),
        ("*.bakery.example", "means all of them"),
        ("_dmarc.bakery.example", "No visitor finds"),
        ("-bakery.example", "cannot be a name"),
        ("bakery..example", "cannot be a name"),
        ("ba\u0000kery.example", "cannot be a name"),
        (f"{'a' * 64}.example", "cannot be a name"),
        (f"{'.'.join(['a' * 60] * 4)}.example", "at most"),
        ("👩‍🍳.example", "cannot be a name"),
    ],
)
def test_what_cannot_be_a_domain_is_refused_in_words(typed: str, words: str) -> None:
    with pytest.raises(Problem, match=words.replace("*", ".")):
        hosts.read(typed, OURS)


@pytest.mark.parametrize(
    ("host", "label"),
    [
        ("spring.sites.example", "spring"),
        ("sites.example", None),
        ("spring.elsewhere.example", None),
        ("bakery.example", None),
        ("", None),
    ],
)
def test_only_what_is_below_ours_has_a_label(host: str, label: str | None) -> None:
    assert addresses.label_in(PATTERN, host) == label


def test_a_site_is_found_at_its_domain_by_the_same_way_and_port() -> None:
    site = Site(slug="spring", domain=None)
    assert addresses.address_of(PATTERN, site) == "https://spring.sites.example:8443/"
    site.domain = "bakery.example"
    assert addresses.address_of(PATTERN, site) == "https://bakery.example:8443/"


@pytest.mark.parametrize(
    ("name", "kind", "code", "said"),
    [
        ("_webbuilder.bakery.test", "TXT", dns.rcode.NOERROR, '"webbuilder=a1b2"'),
        ("Bakery.Test", "CNAME", dns.rcode.NOERROR, "spring.localhost."),
        ("bakery.test", "A", dns.rcode.NOERROR, "spring.localhost."),
        ("spring.localhost", "A", dns.rcode.NOERROR, "127.0.0.1"),
        ("empty.test", "TXT", dns.rcode.NOERROR, None),
        ("nobody.test", "TXT", dns.rcode.NXDOMAIN, None),
    ],
)
def test_our_name_server_says_what_it_was_told(
    name: str, kind: str, code: dns.rcode.Rcode, said: str | None
) -> None:
    wire = names.answer(ZONE, dns.message.make_query(name, kind).to_wire())
    told = dns.message.from_wire(wire or b"")
    assert told.rcode() == code
    assert [one.to_text() for each in told.answer for one in each] == ([said] if said else [])


@pytest.mark.parametrize("asked", [b"", b"no question", dns.message.make_query("asleep.test", "A").to_wire()])
def test_our_name_server_is_silent_where_it_is_to_be(asked: bytes) -> None:
    assert names.answer(ZONE, asked) is None
