"""Connecting and contacts by API."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from support.drivers.reference.api.partners import ApiPartners
from support.drivers.reference.asking import Api
from support.records import Contact, Happened, Submission
from support.records_of_workflows import RunOfWorkflow

if TYPE_CHECKING:
    from collections.abc import Sequence


# As screens say it, and sentences with them.
NO_MAILS = {
    "unsubscribed": "unsubscribed",
    "bounced": "mails to this address come back",
    "complained": "called a mail unwanted",
    "forgotten": "asked to be forgotten",
}
SAID = {True: "agreed", False: "did not agree"}


class ApiConnecting(Api):
    """Forms, the workflows they start, and what came of it."""

    def _workflow(self, site: dict[str, Any], name: str) -> dict[str, Any]:
        offered = self.call("GET", f"/api/sites/{site['id']}/workflows")["items"]
        for workflow in offered:
            if workflow["name"] == name:
                found: dict[str, Any] = workflow
                return found
        message = (
            f"the site has no workflow {name!r}; it has {', '.join(one['name'] for one in offered) or 'none'}"
        )
        raise LookupError(message)

    def workflow_id(self, site: str, workflow: str) -> str:
        """Return the id of a workflow of a site."""
        return str(self._workflow(self.site(site), workflow)["id"])

    def look(self, site: str) -> None:
        """Ask how the site's form stands, and which workflows it could start."""
        self.connected_to(site)

    def connected_to(self, site: str) -> str | None:
        """Return the name of the workflow that the site's form starts."""
        found = self.site(site)
        connection = self.call("GET", f"/api/sites/{found['id']}/components/{self.form(found)}/connection")
        names = {
            one["id"]: one["name"] for one in self.call("GET", f"/api/sites/{found['id']}/workflows")["items"]
        }
        return names.get(connection["workflow"])

    def stands(self, site: str) -> str:
        """Return how the site's form stands."""
        found = self.site(site)
        told = self.call("GET", f"/api/sites/{found['id']}/components/{self.form(found)}/connection")
        state = "waits" if told["state"] == "draft" else str(told["state"])
        return f"{state}: {told['because']}" if told["because"] else state

    def connect(self, site: str, workflow: str) -> None:
        """Join the site's form to a workflow."""
        self._connect(site, workflow)

    def take_names_from(self, site: str, workflow: str, label: str) -> None:
        """Join the site's form with a mapping of its own."""
        found = self.site(site)
        held = [one for section in self.page(found)["children"] for one in section["children"]]
        (form,) = (one for one in held if one["type"] == "form")
        fields = [field["properties"] for field in form["children"]]
        email = next(field["name"] for field in fields if field["kind"] == "email")
        name = next(field["name"] for field in fields if field["label"] == label)
        self._connect(site, workflow, mapping={"email": email, "name": name})

    def _connect(self, site: str, workflow: str, **said: Any) -> None:
        found = self.site(site)
        path = f"/api/sites/{found['id']}/components/{self.form(found)}/connection"
        wanted = {"workflow": self._workflow(found, workflow)["id"], **said}
        self.call("PUT", path, wanted, headers={"If-Match": self.version(path)})

    def steps(self, site: str, workflow: str) -> Sequence[str]:
        """Return what a workflow does, in its owner's words."""
        steps: list[str] = self._workflow(self.site(site), workflow)["steps"]
        return steps

    def runs(self, site: str, workflow: str) -> Sequence[RunOfWorkflow]:
        """Return a workflow's runs, the newest first."""
        identifier = self.workflow_id(site, workflow)
        runs = self.call("GET", f"/api/workflows/{identifier}/runs")["items"]
        return [
            RunOfWorkflow(
                run["email"] or "", run["state"], run["reason"] if run["state"] == "skipped" else None
            )
            for run in runs
        ]

    def submissions(self, site: str) -> Sequence[Submission]:
        """Return what visitors sent, the newest first."""
        sent = self.call("GET", f"/api/sites/{self.site(site)['id']}/submissions")["items"]
        return [Submission(tuple(one["fields"].values()), one["times_sent"]) for one in sent]


class ApiContacts(Api):
    """The people that a marketer knows."""

    def page_of(self, email: str) -> str:
        """Return the id of one's own contact."""
        for one in self.call("GET", f"/api/contacts?search={quote(email)}")["items"]:
            return str(one["id"])
        message = f"{self.seat.person.name} has no contact {email}: a sentence that makes one is missing"
        raise LookupError(message)

    def open(self, page: str) -> None:
        """Ask for a contact by its id."""
        self.call("GET", f"/api/contacts/{page}")

    def where(self, words: str) -> Sequence[str]:
        """Return the addresses of all answers that hold the words, whichever the contract has."""
        read = ApiPartners(self.seat).readable()
        return [address for address, told in read.items() if words.lower() in told.lower()]

    def found(self, words: str) -> Sequence[Contact]:
        """Return the contacts whose name or address holds the words."""
        items = self.call("GET", f"/api/contacts?search={quote(words)}")["items"]
        return [
            Contact(
                one["name"],
                one["email"],
                tuple(one["tags"]),
                tuple(
                    Happened(entry["kind"], entry["words"], datetime.fromisoformat(entry["at"]))
                    for entry in one["history"]
                ),
                tuple(one["lists"]),
                tuple(one["details"].items()),
                tuple(NO_MAILS[why["because"]] for why in one["no_mails"]),
                tuple((SAID[said["agreed"]], said["words"]) for said in one["consents"]),
            )
            for one in items
        ]
