"""Drawing workflows by API."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from support.drivers.reference.api.connecting import ApiConnecting
from support.drivers.reference.step_sayings import CALLED, SAYINGS, of_mail, read, written
from support.records_of_workflows import Drawn

if TYPE_CHECKING:
    from collections.abc import Sequence

_SEEN = "version seen of the workflow "


class ApiDrawing(ApiConnecting):
    """What follows when a form is sent."""

    def _path(self, site: str, workflow: str) -> str:
        return f"/api/workflows/{self.workflow_id(site, workflow)}"

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
        kind = steps[step - 1]["kind"]
        said = read(kind, words)
        if not said:
            raise LookupError(
                f"step {step} of {workflow} is “{CALLED[kind]}”, which says nothing to be changed"
            )
        steps[step - 1] |= said
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
        nothing: dict[str, Any] = {"number": 0, "starts": "", "differs": []}
        in_force = next((one for one in published if one["in_force"]), nothing)
        return Drawn(
            tuple(written(step) for step in seen["steps"]),
            tuple((one["step"], one["words"]) for one in seen["troubles"]),
            in_force["number"],
            in_force["starts"],
            tuple(f"{'New' if line[0] == '+' else 'Gone'}: {line[2:]}" for line in in_force["differs"]),
        )


def _made(called: str, says: str, words: str = "") -> dict[str, Any]:
    kind = SAYINGS[called].kind
    if not words:
        return {"kind": kind, **read(kind, says)}
    mail = of_mail(words)
    paragraphs = [mail.pop("words")]
    return {"kind": kind, **read(kind, says), "paragraphs": paragraphs, **mail}
