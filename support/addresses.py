"""Where the sites of a scenario are found, as far as somebody in it has learned."""

from __future__ import annotations

from urllib.parse import urlsplit

from support.failures import SentenceMissing


class Addresses:
    """Where the sites of a scenario are found: by visitors, and by whoever opens them in the builder."""

    def __init__(self) -> None:
        self._live: dict[str, str] = {}
        self._builder: dict[str, str] = {}
        self._paths: dict[str, str] = {}
        self._former: dict[str, str] = {}
        self._lent: dict[str, str] = {}

    def tell(self, site: str, *, live: str | None = None, builder: str | None = None) -> None:
        """Remember what an owner learned about a site's addresses.

        Raises:
            AssertionError: visitors were told another address before.
        """
        live = live.rstrip("/") if live else None  # a browser adds the slash that a bare host name implies
        if live and self._live.get(site, live) != live:
            raise AssertionError(
                f"{site} moved from {self._live[site]} to {live}, and visitors know only the first"
            )
        self._live.update({site: live} if live else {})
        self._builder.update({site: builder} if builder else {})

    def tell_page(self, site: str, page: str, path: str) -> None:
        """Remember at which path of a site its owner has a page."""
        self._paths[f"{page} of {site}"] = path

    def move(self, site: str, live: str) -> None:
        """Remember that a site has another address, and which it had."""
        self._former[site] = self.live(site)
        self._live[site] = live.rstrip("/")

    def move_page(self, site: str, page: str, path: str) -> None:
        """Remember that a page of a draft has another path, and where visitors found it."""
        self._former[f"{page} of {site}"] = self.live(site, page)
        self.tell_page(site, page, path)

    def former(self, site: str, page: str | None = None) -> str:
        """Return where visitors found a site or a page before it moved."""
        return self._known(self._former, f"{page} of {site}" if page else site)

    def lend(self, site: str, address: str) -> None:
        """Remember the link to the draft of a site, for whoever is given it."""
        self._lent[site] = address

    def lent(self, site: str) -> str:
        """Return the link to the draft of a site."""
        return self._known(self._lent, site)

    def at(self, site: str, host: str, page: str) -> str:
        """Return where visitors find a page of a site at another host."""
        parts = urlsplit(self.live(site, page))
        return parts._replace(netloc=parts.netloc.replace(parts.hostname or "", host)).geturl()

    @staticmethod
    def label(address: str) -> str:
        """Return by what a site is told from others in its address."""
        return (urlsplit(address).hostname or "").partition(".")[0]

    def live(self, site: str, page: str | None = None) -> str:
        """Return where visitors find a site, or one of its pages; SentenceMissing when nobody was told."""
        return self._known(self._live, site) + (self.path(site, page) if page else "")

    def all_live(self) -> dict[str, str]:
        """Return where visitors find each site that they were told of, by its name."""
        return dict(self._live)

    def path(self, site: str, page: str) -> str:
        """Return where on its site visitors find a page; SentenceMissing when nobody was told."""
        return f"/{self._known(self._paths, f'{page} of {site}')}"

    def builder(self, site: str) -> str:
        """Return a site's path in the builder; SentenceMissing when nobody was told."""
        return self._known(self._builder, site)

    def identifier(self, site: str) -> str:
        """Return by what the platform knows a site; SentenceMissing when nobody was told."""
        return self.builder(site).split("/")[2]

    @staticmethod
    def _known(addresses: dict[str, str], site: str) -> str:
        if site not in addresses:
            message = (
                f"nobody knows the address of {site!r}: a sentence that starts or publishes it is missing"
            )
            raise SentenceMissing(message)
        return addresses[site]
