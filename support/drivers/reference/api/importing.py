"""Files of contacts, by API."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from support.drivers.reference.asking import Api, understood
from support.records_of_files import FileTold, RowRefused
from support.records_of_workflows import JobTold

if TYPE_CHECKING:
    from collections.abc import Iterator

_IMPORTS, _EXPORT = "/api/imports", "/api/contacts.csv"


class ApiImporting(Api):
    """Contacts that come from files and go into files."""

    def try_out(self, file: str, content: bytes) -> None:
        """Send a file as it is."""
        address = f"{self.seat.world.run.target.addresses['app']}{_IMPORTS}?name={quote(file)}"
        answer = self.seat.session.send(
            "POST", address, content=content, headers={"Content-Type": "text/csv"}
        )
        understood(answer, f"POST {_IMPORTS}")

    def told(self, file: str) -> FileTold:
        """Ask how many rows do what, and for those that are refused."""
        brought = self._brought(file)
        counts = brought["came"] if brought["job"] else brought["trial"]
        refused = tuple(self._refused(brought["id"]))
        return FileTold(counts["new"], counts["changed"], counts["same"], refused)

    def begin(self, file: str) -> None:
        """Ask for it to be imported."""
        self.call("POST", f"{_IMPORTS}/{self._brought(file)['id']}/start")

    def stands(self, file: str) -> JobTold:
        """Ask for the job."""
        job = self.call("GET", f"/api/jobs/{self._brought(file)['job']}")
        return JobTold(job["state"], f"{job['done']} of {job['of']}")

    def cancel(self, file: str) -> None:
        """Ask for the job to be cancelled."""
        self.call("POST", f"/api/jobs/{self._brought(file)['job']}/cancellation")

    def to_mend(self, file: str) -> bytes:
        """Ask for the refused rows as a file."""
        return self._file(f"{_IMPORTS}/{self._brought(file)['id']}/refused.csv")

    def export(self) -> bytes:
        """Ask for all contacts as a file."""
        return self._file(_EXPORT)

    def _file(self, path: str) -> bytes:
        answer = self.seat.session.send("GET", self.seat.world.run.target.addresses["app"] + path)
        return understood(answer, f"GET {path}").content

    def _brought(self, file: str) -> dict[str, Any]:
        """Return the newest file of that name."""
        for one in self.call("GET", _IMPORTS)["items"]:
            if one["name"] == file:
                found: dict[str, Any] = one
                return found
        message = f"{self.seat.person.name} has brought no file {file!r}: a sentence that does is missing"
        raise LookupError(message)

    def _refused(self, identifier: str) -> Iterator[RowRefused]:
        """Go through all parts of the list."""
        asked, behind = f"{_IMPORTS}/{identifier}/rows?outcome=refused&limit=200", ""
        while behind is not None:
            part = self.call("GET", asked + (f"&cursor={quote(behind)}" if behind else ""))
            yield from (RowRefused(row["line"], row["reason"]) for row in part["items"])
            behind = part["next_cursor"]
