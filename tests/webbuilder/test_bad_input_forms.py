"""What visitors send: wrong, enormous, hostile or forged, it is refused or kept as words, never half."""

from __future__ import annotations

import html
import secrets

import httpx
import pytest
from sqlalchemy import select

from tests.webbuilder.marketers import Owner, Site
from tests.webbuilder.refusals import on_a_screen, pointers, problem, words
from webbuilder.database import Database
from webbuilder.events import Event

FOR_PROGRAMS = {"Accept": "application/json"}
HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>“Priya” & {name}"
NOT_SERVED = "This form is no longer valid. Load the page again and send it from there."


def nothing_is_stored(site: Site, store: Database) -> None:
    """Assert that neither a submission, nor an event, nor a run came of what was sent to a site."""
    assert site.submissions() == []
    assert site.runs() == []
    with store.transaction() as session:
        events = session.scalars(select(Event).where(Event.workspace_id == site.owner.workspace)).all()
    assert all(event.taken_by for event in events), "an event waits, though nothing was sent"


def refused(
    live: tuple[Site, str], store: Database, fields: dict[str, str], sentence: str, status: int = 422
) -> None:
    """Assert that a form is refused with a sentence, for programs and people, and that nothing is stored."""
    site, form = live
    page = site.send(form, fields)
    on_a_screen(page, status, sentence)
    assert "That did not work" in words(page)
    answer = site.send(form, fields, headers=FOR_PROGRAMS)
    kind = {413: "too-long", 404: "not-found"}.get(
        status, "not-served" if sentence == NOT_SERVED else "not-valid"
    )
    said = problem(answer, status, kind, sentence)
    if kind == "not-valid":
        assert set(pointers(said)) <= {"/email", "/name"}
    nothing_is_stored(site, store)


@pytest.mark.parametrize(
    "address",
    [
        "priya", "priya@", "@example.org", "priya@example", "a b@example.org", "priya@example.org>",
        "<b>priya</b>@example.org", "priya,maya@example.org", "(a)maya@example.org", "a;b@example.org",
        "priya@@example.org", ".priya@example.org", "priya@exam..ple.org", "x" * 65 + "@example.org",
        "a@b.\u2028org", "=?utf-8?q??=@example.org", "=?x?q?=0A?=@example.org",
    ],
)  # fmt: skip
def test_bad_input_wrong_address(live: tuple[Site, str], store: Database, address: str) -> None:
    sentence = f"“{address}” is not an e-mail address. Please check it, such as priya@example.org."
    fields = {"email": address, "name": "Priya"}
    site, form = live
    answer = site.send(form, fields, headers=FOR_PROGRAMS)
    assert pointers(problem(answer, 422, "not-valid", sentence)) == ["/email"]
    page = site.send(form, fields)
    on_a_screen(page, 422, " ".join(sentence.split()))
    assert html.escape(address) in page.text
    assert "<b>" not in page.text
    nothing_is_stored(site, store)


@pytest.mark.parametrize(
    "address", ["priya+spring@example.org", "o'brien@exämple.org", "PRIYA@EXAMPLE.ORG", "π@example.co.uk"]
)
def test_an_unusual_address_is_an_address(live: tuple[Site, str], address: str) -> None:
    site, form = live
    site.sign_up(form, "Priya", address)
    assert [sent["fields"]["email"] for sent in site.submissions()] == [address]


def test_bad_input_missing_address(live: tuple[Site, str], store: Database) -> None:
    refused(live, store, {"name": "Priya"}, "“E-mail address” is needed. Please fill it in.")


def test_bad_input_enormous_field(live: tuple[Site, str], store: Database) -> None:
    fields = {"email": "priya@example.org", "name": "x" * 501}
    refused(live, store, fields, "“Name” is too long: 500 characters at most.")
    site, form = live
    assert site.send(form, {**fields, "name": "x" * 500}).status_code == 303


def test_bad_input_enormous_form(live: tuple[Site, str], store: Database) -> None:
    fields = {"email": "priya@example.org", "name": "x" * (64 * 1024)}
    refused(live, store, fields, "This is more than the form can take. Shorten it and send it again.", 413)


@pytest.mark.parametrize(
    "name", ["Priya\r\nBcc: eve@example.org", "Priya\nX-Evil: 1", "Pri\x00ya", "Pri\x1bya", "Pri\x7fya"]
)
def test_bad_input_control_characters(live: tuple[Site, str], store: Database, name: str) -> None:
    fields = {"email": f"c-{secrets.token_hex(4)}@example.org", "name": name}
    refused(live, store, fields, "“Name” holds characters that cannot be read. Type it again.")
    site, _ = live
    assert site.owner.letters_to(fields["email"]) == []


def test_bad_input_hostile_name_stays_words(live: tuple[Site, str]) -> None:
    site, form = live
    address = f"hostile-{secrets.token_hex(4)}@example.org"
    site.sign_up(form, HOSTILE, address)
    (run,) = site.ended_runs()
    owner = site.owner
    assert [contact["name"] for contact in owner.contacts(address)] == [HOSTILE]
    assert site.submissions()[0]["fields"]["name"] == HOSTILE
    for path in ("/contacts", f"/contacts/{run['contact']}", f"/sites/{site.id}/submissions"):
        harmless(owner.http.get(path).raise_for_status().text)
    harmless(owner.http.get(f"/workflows/{site.workflow()}").raise_for_status().text)
    (letter,) = owner.letters_to(address)
    harmless(letter["HTML"])
    assert HOSTILE in letter["Subject"]
    assert HOSTILE in letter["Text"]
    assert set(letter["headers"]) >= {"Message-ID", "X-Trace-Id"}
    assert letter["Bcc"] == []


def harmless(page: str) -> None:
    """Assert that a page shows the hostile name, as words."""
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_bad_input_hostile_words_of_the_owner(maya: Owner) -> None:
    site = maya.start_site(name=HOSTILE)
    form = site.add_form(thanks=HOSTILE, label=HOSTILE, send=HOSTILE)
    site.publish().raise_for_status()
    harmless(site.visit().html)
    thanks = maya.visitor.get(f"/thanks/{form}", headers=site.host).raise_for_status()
    harmless(thanks.text)
    assert HOSTILE in words(thanks)
    for path in ("/sites", f"/sites/{site.id}/submissions"):
        harmless(maya.http.get(path).raise_for_status().text)
    builder = maya.http.get(f"/sites/{site.id}/builder").raise_for_status().text
    assert "<script>alert" not in builder
    assert "<img src=x" not in builder


def test_bad_input_view_token(live: tuple[Site, str], store: Database, maya: Owner) -> None:
    site, form = live
    good = site.visit().tokens[form]
    trace, signature = good.split(".")
    other_site, other_form = maya.live_site()
    forged = {
        "missing": "", "no signature": trace, "another trace": f"{'0' * 32}.{signature}", "cut": good[:-1],
        "longer": good + "0", "another site's": other_site.visit().tokens[other_form],
        "not ASCII": good[:-1] + "é",
    }  # fmt: skip
    for token in forged.values():
        fields = {"email": "priya@example.org", "name": "Priya", "view_token": token}
        refused(live, store, fields, NOT_SERVED)
    assert site.send(form, {"email": "priya@example.org", "view_token": good}).status_code == 303


def test_bad_input_view_token_of_another_form(maya: Owner, store: Database) -> None:
    site = maya.start_site()
    forms = [site.add_form(), site.add_form()]
    site.publish().raise_for_status()
    tokens = site.visit().tokens
    assert set(tokens) == set(forms)
    fields = {"email": "priya@example.org", "name": "Priya", "view_token": tokens[forms[0]]}
    refused((site, forms[1]), store, fields, NOT_SERVED)


def test_bad_input_form_that_is_not_there(live: tuple[Site, str], store: Database) -> None:
    site, _ = live
    fields = {"email": "priya@example.org", "name": "Priya"}
    sentence = "This form does not exist here. Check the address, or go back to your sites."
    problem(site.send("c_unknown", fields, headers=FOR_PROGRAMS), 404, "not-found", sentence)
    on_a_screen(site.send("c_unknown", fields), 404, sentence)
    nothing_is_stored(site, store)


@pytest.mark.parametrize("body", [b"\xff\xfe=1", b"no pair at all", b"&".join(b"a=1" for _ in range(101))])
def test_bad_input_body_that_is_no_form(live: tuple[Site, str], store: Database, body: bytes) -> None:
    site, form = live
    said: httpx.Response = site.owner.visitor.post(f"/forms/{form}", content=body, headers=site.host)
    on_a_screen(said, 400, "This could not be read as a form. Load the page again.")
    nothing_is_stored(site, store)


def test_bad_input_page_of_another_site_has_no_form_of_ours(live: tuple[Site, str], maya: Owner) -> None:
    site, form = live
    other, _ = maya.live_site()
    fields = {"email": "priya@example.org", "view_token": site.visit().tokens[form]}
    answer = maya.visitor.post(f"/forms/{form}", data=fields, headers=other.host)
    assert answer.status_code == 404
    assert site.submissions() == other.submissions() == []
