"""Publishing by API, and visiting without a browser: the form is sent as it was served."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from support.drivers.reference.api.served_page import LivePage
from support.drivers.reference.asking import AWAY, Api, PlatformFailed
from support.records import NotNow, Refused

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from support.drivers.session import Answer

_SEEN, _SEE_OTHER = 200, 303
_JOB = "job that publishes "
_MISUSES = {
    "what is no form": ("POST", "/{form}", b"neither one nor the other"),
    "more than a form holds": ("POST", "/{form}", b"words=" + b"x" * 100_000),
    "a form that it does not have": ("POST", "/forms/none", b"view_token=none"),
    "a wish for the thanks of no form": ("GET", "/thanks/none", None),
    "a wish for no picture": ("GET", "/images/%00", None),
    "a look at the end of no mail": ("GET", "/unsubscribe/none", None),
    "an end by no mail": ("POST", "/unsubscribe/none", b"asked=none"),
    "a return by no mail": ("POST", "/subscribe/none", b"asked=none"),
    "a look at the question of no mail": ("GET", "/confirm/none", None),
    "an answer to no mail": ("POST", "/confirm/none", b"asked=none"),
}


class ApiPublishing(Api):
    """Letting visitors have a site."""

    def publish(self, site: str) -> None:
        """Publish the draft; refused where there is something to look at first."""
        self._publish(site, despite_warnings=False)

    def publish_anyway(self, site: str) -> None:
        """Publish the draft, warnings or not."""
        self._publish(site, despite_warnings=True)

    def publish_in_background(self, site: str) -> None:
        """Ask for a job that publishes the draft, and keep its address."""
        path = f"/api/sites/{self.site(site)['id']}/publications"
        job = self.call("POST", path, {"despite_warnings": False})
        self.seat.kept[_JOB + site] = f"/api/jobs/{job['id']}"

    def came_of_it(self, site: str) -> str:
        """Return the state of the job."""
        return str(self.call("GET", self.seat.kept[_JOB + site])["state"])

    def _publish(self, site: str, *, despite_warnings: bool) -> None:
        path = f"/api/sites/{self.site(site)['id']}/releases"
        released = self.call("POST", path, {"despite_warnings": despite_warnings})
        self.seat.world.addresses.tell(site, live=released["address"])


class ApiVisiting(Api):
    """A stranger on a live site."""

    @property
    def browser(self) -> dict[str, str]:
        """What a browser of this person's says when a page is asked for (W3C Fetch Metadata)."""
        agent = f"Mozilla/5.0 (X11; Linux x86_64) Browser/1.0 of {self.seat.person.name}"
        return {"sec-fetch-dest": "document", "sec-fetch-mode": "navigate", "user-agent": agent}

    def _visit(self, site: str, page: str | None = None) -> LivePage:
        address = self.seat.world.addresses.live(site, page)
        return self._seen(self.seat.session.send("GET", address, headers=self.browser), site)

    @staticmethod
    def _seen(answer: Answer, site: str) -> LivePage:
        page = LivePage(answer.text)
        if answer.status in AWAY:
            raise NotNow(" ".join(page.words))
        if answer.status >= 500:  # noqa: PLR2004 - a failure (RFC 9110 §15.6)
            message = f"visiting {site} was answered {answer.status}"
            raise PlatformFailed(message)
        if answer.status != _SEEN:
            raise Refused(" ".join(page.words))
        return page

    def read(self, site: str, page: str | None = None) -> Sequence[str]:
        """Return the words of a live page."""
        return self._visit(site, page).words

    def sign_up(self, site: str, name: str, email: str, page: str | None = None) -> None:
        """Fill the sign-up form of a page and send it."""
        self._send(site, self._visit(site, page), name, email)

    def follow(self, site: str, words: str) -> Sequence[str]:
        """Ask for what the first link of these words leads to."""
        links = self._visit(site).links
        if words not in links:
            message = f"the live page of {site} has no link {words!r}, but {sorted(links)}"
            raise LookupError(message)
        address = urljoin(self.seat.world.addresses.live(site) + "/", links[words])
        return self._seen(self.seat.session.send("GET", address), site).words

    def sign_up_twice(self, site: str, name: str, email: str) -> None:
        """Fill the sign-up form and send it twice as it was served."""
        page = self._visit(site)
        self._send(site, page, name, email)
        self._send(site, page, name, email)

    def without_scripts(self) -> None:
        """Nothing to do: no script runs here anyway."""

    def answer(self, site: str, answers: Mapping[str, str], name: str, email: str) -> None:
        """Fill the form, other questions of it included, and send it."""
        page = self._visit(site)
        unknown = set(answers) - set(page.labels)
        if unknown:
            message = f"the form of {site} does not ask for {sorted(unknown)}, but for {sorted(page.labels)}"
            raise LookupError(message)
        page.fields.update({page.labels[label]: value for label, value in answers.items()})
        self._send(site, page, name, email)

    def folded(self, site: str) -> Sequence[str]:
        """Return all words: nothing is folded without a browser."""
        return self.read(site)

    def embedded(self, site: str) -> Mapping[str, str]:
        """Return what of others is shown on the live page."""
        return {title: urlsplit(address).hostname or "" for title, address in self._visit(site).frames}

    def _send(self, site: str, page: LivePage, name: str, email: str) -> None:
        if page.action is None:
            message = f"the live page of {site} has no form"
            raise LookupError(message)
        address = urljoin(self.seat.world.addresses.live(site), page.action)
        answer = self.seat.session.send("POST", address, form={**page.fields, "name": name, "email": email})
        if answer.status != _SEE_OTHER:
            self._seen(answer, site)
            message = f"sending the form of {site} was answered {answer.status}, which thanks nobody"
            raise PlatformFailed(message)
        self._seen(self.seat.session.send("GET", urljoin(address, answer.headers["location"])), site)


class ApiMeddling(ApiVisiting):
    """Somebody whose program asks a live site for what no page of it asks for."""

    def fill_in_all(self, site: str, name: str, email: str) -> None:
        """Leave no field of the form as empty as it was served."""
        page = self._visit(site)
        page.fields = {field: said or "https://tills.example" for field, said in page.fields.items()}
        self._send(site, page, name, email)

    def misuse(self, site: str, how: str) -> None:
        """Send what no page of a live site sends."""
        method, path, content = _MISUSES[how]
        kind = {"Content-Type": "application/x-www-form-urlencoded"} if content else {}
        live = self.seat.world.addresses.live(site).rstrip("/")
        form = self._visit(site).action or ""
        address = live + path.format(form=form.lstrip("/"))
        self._seen(self.seat.session.send(method, address, content=content, headers=kind), site)
