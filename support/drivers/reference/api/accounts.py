"""Accounts and working together by API."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from support.drivers.reference.asking import Api, understood
from support.records import Colleague

if TYPE_CHECKING:
    from collections.abc import Sequence
_ME, _NOBODY = "/api/me", 401


class ApiAccounts(Api):
    """Who somebody is."""

    def sign_in(self) -> None:
        """Sign in with one's own address and password."""
        self.sign_in_as(self.seat.person.email, self.seat.person.password)

    def sign_in_as(self, email: str, password: str) -> None:
        """Sign in with an address and a password, whosever they are."""
        self.call("POST", "/api/sessions", {"email": email, "password": password})

    def sign_out(self) -> None:
        """End this session."""
        self.call("DELETE", "/api/sessions/current")

    def sign_out_everywhere(self) -> None:
        """End every session."""
        self.call("DELETE", "/api/sessions")

    def change_password(self, password: str, old: str | None = None) -> None:
        """Choose another password, by the one that is, or that somebody believes it is."""
        said = {"old": old or self.seat.person.password, "new": password}
        self.call("PUT", "/api/me/password", said)

    def signed_in(self) -> bool:
        """Whether this session is let in; whatever else is answered but that nobody is known fails."""
        answer = self.seat.session.send("GET", self.seat.world.run.target.addresses["app"] + _ME)
        if answer.status == _NOBODY:
            return False
        return bool(understood(answer, f"GET {_ME}").body())


class ApiPeople(Api):
    """Who works together in a workspace."""

    def invite(self, email: str, role: str) -> None:
        """Invite somebody by mail."""
        self.call("POST", "/api/invitations", {"email": email, "role": role})

    def withdraw(self, email: str) -> None:
        """Take an invitation back."""
        self.call("DELETE", f"/api/invitations/{self._among('invitations', email)['id']}")

    def accept(self, link: str, name: str, password: str) -> None:
        """Join by the token of a link."""
        said = {"token": link.rpartition("/")[2], "name": name, "password": password}
        self.call("POST", "/api/people", said)

    def give_role(self, email: str, role: str) -> None:
        """Give somebody another role."""
        self.call("PATCH", f"/api/people/{self._among('people', email)['id']}", {"role": role})

    def remove(self, email: str) -> None:
        """Let somebody work here no longer."""
        self.call("DELETE", f"/api/people/{self._among('people', email)['id']}")

    def everybody(self) -> Sequence[Colleague]:
        """Return who works here."""
        return [Colleague(one["email"], one["role"]) for one in self.call("GET", "/api/people")["items"]]

    def _among(self, listed: str, email: str) -> dict[str, Any]:
        for one in self.call("GET", f"/api/{listed}")["items"]:
            if one["email"] == email:
                found: dict[str, Any] = one
                return found
        message = f"{email} is not among the {listed} of {self.seat.person.name}'s workspace"
        raise LookupError(message)
