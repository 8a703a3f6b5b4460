"""Who is no visitor: one address is taken so often and no more, however it is sent."""

from __future__ import annotations

import secrets

import pytest

from tests.webbuilder.marketers import Site
from webbuilder import security
from webbuilder.connector import service as connector, sifting
from webbuilder.database import Database
from webbuilder.problems import Problem
from webbuilder.sites import service as sites
from webbuilder.tracing import action

ASKED = [{"name": "email", "kind": "email"}]


def test_one_served_form_is_no_way_round(store: Database, live: tuple[Site, str]) -> None:
    site, form = live
    with action("pestered"), store.transaction() as session:
        stored = sites.one(session, site.owner.workspace, site.id)
        token = security.sign_view(stored.form_key, form, secrets.token_hex(16))
        tries = [{"email": "priya@example.org", "name": f"Priya {one}"} for one in range(sifting.MOST)]
        for sent in tries:
            sifting.refuse_too_often(session, stored, ASKED, sent, token)
            connector.take_in(session, stored, form, token, sent, sifting.HELD)
        sifting.refuse_too_often(session, stored, ASKED, tries[0], token)  # the same once more is none
        other = {"email": "Priya@example.org", "name": "Priya"}
        with pytest.raises(Problem, match="has been used here 5 times"):
            sifting.refuse_too_often(session, stored, ASKED, other, token)
