"""Accounts by API."""

from __future__ import annotations

from support.drivers.reference.asking import Api


class ApiAccounts(Api):
    """Who somebody is."""

    def sign_in(self) -> None:
        """Sign in with one's own address and password."""
        person = self.seat.person
        self.call("POST", "/api/sessions", {"email": person.email, "password": person.password})
