"""The browser side: what a person wants, done on the platform's screens by pointer and keyboard."""

from support.drivers.reference.browser.arranging import BrowserAdding, BrowserArranging
from support.drivers.reference.browser.branding import BrowserBranding
from support.drivers.reference.browser.broadcasting import BrowserBroadcasting
from support.drivers.reference.browser.building import BrowserBuilding
from support.drivers.reference.browser.composing import BrowserComposing, BrowserGuarding, BrowserUndoing
from support.drivers.reference.browser.connecting import BrowserConnecting, BrowserContacts
from support.drivers.reference.browser.counting import BrowserComing, BrowserCounting
from support.drivers.reference.browser.customising import BrowserAsking, BrowserCustomising, BrowserWriting
from support.drivers.reference.browser.devices import BrowserDevices
from support.drivers.reference.browser.doors import BrowserDoors
from support.drivers.reference.browser.doubting import BrowserDoubting
from support.drivers.reference.browser.drawing import BrowserDrawing
from support.drivers.reference.browser.gathering import BrowserGathering
from support.drivers.reference.browser.importing import BrowserImporting
from support.drivers.reference.browser.jobs import BrowserJobs, BrowserSifting
from support.drivers.reference.browser.jostling import BrowserJostling
from support.drivers.reference.browser.knowing import BrowserKnowing
from support.drivers.reference.browser.machines import BrowserMachines
from support.drivers.reference.browser.merging import BrowserMerging
from support.drivers.reference.browser.naming import BrowserNaming
from support.drivers.reference.browser.offering import BrowserOffering, BrowserTemplating
from support.drivers.reference.browser.overseeing import BrowserOverseeing
from support.drivers.reference.browser.pacing import BrowserPacing
from support.drivers.reference.browser.pages import BrowserPages
from support.drivers.reference.browser.people import BrowserPeople
from support.drivers.reference.browser.pictures import BrowserPictures
from support.drivers.reference.browser.planning import BrowserPlanning
from support.drivers.reference.browser.previewing import BrowserPreviewing
from support.drivers.reference.browser.publishing import BrowserPublishing
from support.drivers.reference.browser.reading import BrowserReading
from support.drivers.reference.browser.releasing import BrowserReleasing
from support.drivers.reference.browser.returning import BrowserReturning
from support.drivers.reference.browser.roaming import (
    BrowserLending,
    BrowserMoving,
    BrowserRoaming,
    BrowserTiming,
)
from support.drivers.reference.browser.sampling import BrowserSampling
from support.drivers.reference.browser.saving import BrowserSaving
from support.drivers.reference.browser.segmenting import BrowserSegmenting
from support.drivers.reference.browser.signing_in import BrowserAccounts
from support.drivers.reference.browser.sites import BrowserSites
from support.drivers.reference.browser.speaking import BrowserSpeaking
from support.drivers.reference.browser.spending import BrowserSpending
from support.drivers.reference.browser.starting import BrowserStarting
from support.drivers.reference.browser.together import BrowserTogether
from support.drivers.reference.browser.tracking import BrowserTracking
from support.drivers.reference.browser.visiting import BrowserMeddling, BrowserVisiting
from support.drivers.reference.browser.watching import BrowserWatching

DRIVERS = {
    "accounts": BrowserAccounts,
    "people": BrowserPeople,
    "offering": BrowserOffering,
    "sites": BrowserSites,
    "pages": BrowserPages,
    "devices": BrowserDevices,
    "machines": BrowserMachines,
    "pictures": BrowserPictures,
    "building": BrowserBuilding,
    "adding": BrowserAdding,
    "gathering": BrowserGathering,
    "arranging": BrowserArranging,
    "composing": BrowserComposing,
    "undoing": BrowserUndoing,
    "templating": BrowserTemplating,
    "together": BrowserTogether,
    "guarding": BrowserGuarding,
    "jostling": BrowserJostling,
    "saving": BrowserSaving,
    "asking": BrowserAsking,
    "branding": BrowserBranding,
    "speaking": BrowserSpeaking,
    "spending": BrowserSpending,
    "customising": BrowserCustomising,
    "writing": BrowserWriting,
    "connecting": BrowserConnecting,
    "doors": BrowserDoors,
    "drawing": BrowserDrawing,
    "overseeing": BrowserOverseeing,
    "starting": BrowserStarting,
    "reading": BrowserReading,
    "broadcasting": BrowserBroadcasting,
    "pacing": BrowserPacing,
    "returning": BrowserReturning,
    "doubting": BrowserDoubting,
    "previewing": BrowserPreviewing,
    "sampling": BrowserSampling,
    "sifting": BrowserSifting,
    "jobs": BrowserJobs,
    "planning": BrowserPlanning,
    "publishing": BrowserPublishing,
    "releasing": BrowserReleasing,
    "visiting": BrowserVisiting,
    "meddling": BrowserMeddling,
    "moving": BrowserMoving,
    "naming": BrowserNaming,
    "roaming": BrowserRoaming,
    "watching": BrowserWatching,
    "lending": BrowserLending,
    "timing": BrowserTiming,
    "counting": BrowserCounting,
    "coming": BrowserComing,
    "contacts": BrowserContacts,
    "knowing": BrowserKnowing,
    "merging": BrowserMerging,
    "segmenting": BrowserSegmenting,
    "importing": BrowserImporting,
    "tracking": BrowserTracking,
}

__all__ = ["DRIVERS"]
