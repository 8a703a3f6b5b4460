"""A live site of the reference platform, opened outside of any scenario: to try what visitors can send."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from support.drivers.reference.api.served_page import LivePage
from support.drivers.reference.inserting import end_of, form_at

if TYPE_CHECKING:
    from support.drivers.session import Session

_TEMPLATE = "bakery"


@dataclass(frozen=True, slots=True)
class LiveSite:
    """A live site: where it answers on this machine, the name it is asked by, and a form on it."""

    address: str
    host: str
    form: str


def go_live(owner: Session, app: str) -> LiveSite:
    """Publish a site with a form, and return it.

    Raises:
        LookupError: visitors get no form, so that nothing could be sent.
    """
    made = owner.send("POST", f"{app}/api/sites", json={"name": "Tried", "template": _TEMPLATE}).body()
    site = f"{app}/api/sites/{made['id']}"
    form = form_at(*end_of(owner.send("GET", f"{site}/components").body()["page"]))
    owner.send("POST", f"{site}/operations", json={"operations": form})
    wish = {"despite_warnings": True}
    address = owner.send("POST", f"{site}/releases", json=wish).body()["address"]
    page = LivePage(owner.send("GET", address).text)
    if page.action is None:
        raise LookupError(f"{address} shows no form, so nothing can be sent to a live site")
    here = urlsplit(address)
    return LiveSite(f"{here.scheme}://127.0.0.1:{here.port}", here.netloc, page.action.rpartition("/")[2])
