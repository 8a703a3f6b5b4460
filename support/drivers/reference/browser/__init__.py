"""The browser side: what a person wants, done on the platform's screens by pointer and keyboard."""

from support.drivers.reference.api.building import ApiTemplates
from support.drivers.reference.browser.building import BrowserBuilding
from support.drivers.reference.browser.connecting import BrowserConnecting, BrowserContacts
from support.drivers.reference.browser.customising import BrowserCustomising
from support.drivers.reference.browser.publishing import BrowserPublishing
from support.drivers.reference.browser.signing_in import BrowserAccounts
from support.drivers.reference.browser.visiting import BrowserVisiting

# A template's words are a fact to compare with, not something seen on a screen: they are asked for by API.
DRIVERS = {
    "accounts": BrowserAccounts,
    "templates": ApiTemplates,
    "building": BrowserBuilding,
    "customising": BrowserCustomising,
    "connecting": BrowserConnecting,
    "publishing": BrowserPublishing,
    "visiting": BrowserVisiting,
    "contacts": BrowserContacts,
}

__all__ = ["DRIVERS"]
