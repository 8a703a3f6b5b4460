"""What other systems tell workflows: their secret is had on the screen, and messages are sent by API."""

from __future__ import annotations

from support.drivers.reference.api.doors import ApiDoors
from support.drivers.reference.browser.drawing import WorkflowScreens
from support.webhooks import Door

_READ = (
    "() => [...document.querySelectorAll('[aria-label=\"Address and secret\"] dd')].map(one => one.innerText)"
)


class BrowserDoors(WorkflowScreens):
    """Messages for workflows, and of them."""

    def open(self, site: str, workflow: str) -> Door:
        """Ask for another secret of the workflow on its screen."""
        self._open(site, workflow)
        self._do("Make another secret", "there should be another secret")
        address, secret = self.page.evaluate(_READ)
        self.seat.world.journal.secrets.add(secret, "the secret of a workflow")
        return Door(address, secret)

    def hold(self, door: Door) -> None:
        """Keep where messages go, and what signs them."""
        ApiDoors(self.seat).hold(door)

    def place(self) -> str:
        """Return the address of one's own receiver."""
        return ApiDoors(self.seat).place()

    def tell(self, name: str, email: str, manner: str) -> None:
        """Send a message as is said; no person does that on a screen."""
        ApiDoors(self.seat).tell(name, email, manner)
