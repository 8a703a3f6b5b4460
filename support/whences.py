"""By what somebody comes to a live site, as scenarios say it."""

from __future__ import annotations

from urllib.parse import urlencode

CAMPAIGN = "a link that names its campaign"
# Words that are added to the address of a page, and the address of the page that led to it.
WHENCES: dict[str, tuple[str, str]] = {
    CAMPAIGN: (f"?{urlencode({'utm_source': 'mail', 'utm_campaign': 'spring-letter'})}", ""),
    "a page of the town's newspaper": ("", "https://gazette.example/weekend"),
    "typing the address": ("", ""),
    "another page of the site itself": ("", "{live}/menu"),
}
