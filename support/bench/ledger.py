"""What came of each who sent a form, read one by one where it is kept, and counted by nobody's counter."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

import httpx

from support.bench.measuring import Figure
from support.drivers.session import trust

if TYPE_CHECKING:
    from support.target.embedded import Embedded
    from support.target.own import Form

_MOST = 1000  # mails to a part of the list
_NAMED = 3  # of each kind, where something is wrong
_UNCERTAIN = "uncertain"  # what the history says of a mail that nobody knows to have gone
_LOOKS, _LOOKS_LONG = 1.0, 0.0005  # seconds between two looks whether all is over, and for each run


def settle(form: Form, expected: int, patience: float = 120.0) -> None:
    """Wait until as many runs have begun, and none is under way; what comes too late, figures lack."""
    end = time.monotonic() + patience
    while form.is_under_way() or sum(1 for _ in form.runs()) < expected:
        if time.monotonic() > end:
            return
        time.sleep(max(_LOOKS, expected * _LOOKS_LONG))  # nobody is told when the last run ends


def mails_of(platform: Embedded) -> Iterator[dict[str, Any]]:
    """Yield all that the mailroom has taken, each with when that was."""
    with httpx.Client(base_url=platform.facts["mailbox"], verify=trust(), trust_env=False) as mailbox:
        start, total = 0, 1
        while start < total:
            asked = {"start": start, "limit": _MOST}
            part = mailbox.get("/api/v1/messages", params=asked).raise_for_status().json()
            for mail in part["messages"]:
                yield {**mail, "Created": datetime.fromisoformat(mail["Created"])}
            start, total = start + _MOST, part["messages_count"]


@dataclass(frozen=True, slots=True)
class Ledger:
    """For each effect how often each address has it, and which addresses were told to be uncertain."""

    effects: Mapping[str, Counter[str]]
    uncertain: frozenset[str]

    @classmethod
    def read(cls, form: Form, platform: Embedded) -> Ledger:
        """Read submissions, runs, contacts and mails, entry by entry."""
        runs, contacts = [*form.runs()], [*form.contacts()]
        happened = [(one["email"], each) for one in contacts for each in one["history"]]
        mails = [mail for mail in mails_of(platform) if mail["Subject"].startswith("Welcome, ")]
        effects = {
            "submission": form.times_sent(),
            "run": [str(run["email"]) for run in runs],
            "run that succeeded": [str(run["email"]) for run in runs if run["state"] == "succeeded"],
            "contact": [one["email"] for one in contacts],
            "sign-up": [email for email, each in happened if each["kind"] == "signed up"],
            "tag": [email for email, each in happened if each["kind"] == "tagged"],
            "mail": [each["Address"] for mail in mails for each in mail["To"]],
        }
        unsure = {email for email, each in happened if _UNCERTAIN in f"{each['kind']} {each['words']}"}
        return cls({what: Counter(found) for what, found in effects.items()}, frozenset(unsure))

    def missing(self, emails: Sequence[str]) -> dict[str, list[str]]:
        """Return by effect who lacks it; a mail of which nobody knows whether it went may be missing."""
        lacking = {
            what: [one for one in emails if not had[one] and not (what == "mail" and one in self.uncertain)]
            for what, had in self.effects.items()
        }
        return {what: found for what, found in lacking.items() if found}

    def doubled(self) -> dict[str, list[str]]:
        """Return by effect who has it more than once."""
        more = {what: [one for one, times in had.items() if times > 1] for what, had in self.effects.items()}
        return {what: found for what, found in more.items() if found}

    def figures(self, what: str, emails: Sequence[str]) -> Iterator[Figure]:
        """Yield how many are lost and doubled, with a few of them by name, and how many are uncertain."""
        for told, found in (("lost", self.missing(emails)), ("doubled", self.doubled())):
            ids = {one for several in found.values() for one in several}
            named = "; ".join(f"{kind}: {', '.join(several[:_NAMED])}" for kind, several in found.items())
            yield Figure(f"{what}: {told}", len(ids), "ids", 0, len(emails), named=named)
        unsure = ", ".join(sorted(self.uncertain)[:_NAMED])
        yield Figure(f"{what}: mails uncertain", len(self.uncertain), "ids", None, len(emails), named=unsure)
