"""Drawing workflows by API."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from support.drivers.reference.api.connecting import ApiConnecting
from support.records_of_workflows import Drawn

if TYPE_CHECKING:
    from collections.abc import Sequence

# What a person calls each kind of step: how programs call it, and what it says first.
KINDS = {
    "Add the visitor to contacts": ("add_contact", None),
    "Tag the contact": ("add_tag", "tag"),
    "Send a mail": ("send_mail", "subject"),
    "Wait": ("wait", "amount"),
    "Take a tag off": ("remove_tag", "tag"),
    "Tell the owners": ("notify", "notice"),
    "Go on if tagged": ("branch", "tag"),
    "End here": ("stop", None),
}
_CALLED = {kind: (called, first) for called, (kind, first) in KINDS.items()}
OTHERWISE, THE_END = ", otherwise ", "the end"  # what a branch says behind its tag
_SEEN = "version seen of the workflow "


class ApiDrawing(ApiConnecting):
    """What follows when a form is sent."""

    def _path(self, site: str, workflow: str) -> str:
        return f"/api/workflows/{self._workflow(self.site(site), workflow)['id']}"

    def draw(self, site: str, workflow: str, steps: Sequence[tuple[str, ...]]) -> None:
        """Begin a workflow and store all steps at once."""
        self.call("POST", f"/api/sites/{self.site(site)['id']}/workflows", {"name": workflow})
        self._store(self._path(site, workflow), [_made(*step) for step in steps])

    def see(self, site: str, workflow: str) -> None:
        """Keep which version was read."""
        path = self._path(site, workflow)
        self.seat.kept[_SEEN + path] = self.version(path)

    def _store(self, path: str, steps: list[dict[str, Any]]) -> None:
        drawing = {"name": self.call("GET", path)["name"], "steps": steps}
        seen = self.seat.kept.get(_SEEN + path) or self.version(path)
        self.call("PUT", path, drawing, headers={"If-Match": seen})

    def _steps(self, path: str) -> list[dict[str, Any]]:
        steps: list[dict[str, Any]] = self.call("GET", path)["steps"]
        return steps

    def change(self, site: str, workflow: str, step: int, words: str) -> None:
        """Store the draft with other words in a step."""
        path = self._path(site, workflow)
        steps = self._steps(path)
        called, first = _CALLED[steps[step - 1]["kind"]]
        if first is None:
            raise LookupError(f"step {step} of {workflow} is “{called}”, which says nothing to be changed")
        steps[step - 1] |= _said(steps[step - 1]["kind"], words)
        self._store(path, steps)

    def move_up(self, site: str, workflow: str, step: int) -> None:
        """Store the draft in another order."""
        path = self._path(site, workflow)
        steps = self._steps(path)
        steps.insert(step - 2, steps.pop(step - 1))
        self._store(path, steps)

    def remove(self, site: str, workflow: str, step: int) -> None:
        """Store the draft without a step."""
        path = self._path(site, workflow)
        steps = self._steps(path)
        del steps[step - 1]
        self._store(path, steps)

    def publish(self, site: str, workflow: str) -> None:
        """Publish the draft."""
        self._publish(self._path(site, workflow), {})

    def go_back(self, site: str, workflow: str, version: int) -> None:
        """Publish an earlier version once more."""
        self._publish(self._path(site, workflow), {"version": version})

    def _publish(self, path: str, wanted: dict[str, int]) -> None:
        seen = self.seat.kept.get(_SEEN + path) or self.version(path)
        self.call("POST", f"{path}/versions", wanted, headers={"If-Match": seen})

    def drawn(self, site: str, workflow: str) -> Drawn:
        """Return the draft as it is stored, and the version that is listed as the one in force."""
        path = self._path(site, workflow)
        seen = self.call("GET", path)
        published = self.call("GET", f"{path}/versions")["items"]
        nothing: dict[str, Any] = {"number": 0, "starts": ""}
        in_force = next((one for one in published if one["in_force"]), nothing)
        return Drawn(
            tuple((_CALLED[step["kind"]][0], _says(step)) for step in seen["steps"]),
            tuple((one["step"], one["words"]) for one in seen["troubles"]),
            in_force["number"],
            in_force["starts"],
        )


def _said(kind: str, says: str) -> dict[str, Any]:
    """Return what a step of a kind says first, as programs have it.

    "2 days" is an amount and a unit, and "vip, otherwise 5" a tag and a step.
    """
    _, first = _CALLED[kind]
    if first == "amount" and says:
        amount, unit = says.split()
        return {"amount": int(amount), "unit": unit}
    if kind == "branch":
        tag, _, otherwise = says.partition(OTHERWISE)
        return {"tag": tag, "otherwise": int(otherwise) if otherwise.isdecimal() else 0}
    return {first: says} if first and first != "amount" else {}


def _says(step: dict[str, Any]) -> str:
    _, first = _CALLED[step["kind"]]
    if step["kind"] == "branch":
        return f"{step['tag']}{OTHERWISE}{step['otherwise'] or THE_END}"
    return f"{step['amount']} {step['unit']}" if first == "amount" else str(step.get(first or "", ""))


def _made(called: str, says: str, words: str = "") -> dict[str, Any]:
    kind, _ = KINDS[called]
    return {"kind": kind, **_said(kind, says), **({"paragraphs": [words]} if words else {})}
