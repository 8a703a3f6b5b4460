"""The API side: what a person wants, asked of the platform's documented operations."""

from support.drivers.reference.api.accounts import ApiAccounts, ApiPeople
from support.drivers.reference.api.arranging import ApiAdding, ApiArranging, ApiGathering
from support.drivers.reference.api.bookkeeping import ApiBookkeeping
from support.drivers.reference.api.branding import ApiBranding
from support.drivers.reference.api.broadcasting import ApiBroadcasting
from support.drivers.reference.api.building import ApiBuilding
from support.drivers.reference.api.composing import ApiComposing, ApiGuarding, ApiUndoing
from support.drivers.reference.api.connecting import ApiConnecting, ApiContacts
from support.drivers.reference.api.counting import ApiComing, ApiCounting
from support.drivers.reference.api.customising import ApiAsking, ApiCustomising, ApiWriting
from support.drivers.reference.api.devices import ApiDevices
from support.drivers.reference.api.doors import ApiDoors
from support.drivers.reference.api.doubting import ApiDoubting
from support.drivers.reference.api.drawing import ApiDrawing
from support.drivers.reference.api.importing import ApiImporting
from support.drivers.reference.api.issuing import ApiIssuing
from support.drivers.reference.api.jobs import ApiJobs, ApiSifting
from support.drivers.reference.api.knowing import ApiKnowing
from support.drivers.reference.api.machines import ApiMachines
from support.drivers.reference.api.merging import ApiMerging
from support.drivers.reference.api.naming import ApiNaming
from support.drivers.reference.api.offering import ApiOffering, ApiTemplating
from support.drivers.reference.api.overseeing import ApiOverseeing
from support.drivers.reference.api.pacing import ApiPacing
from support.drivers.reference.api.pages import ApiPages
from support.drivers.reference.api.partners import ApiPartners
from support.drivers.reference.api.pictures import ApiPictures
from support.drivers.reference.api.planning import ApiPlanning
from support.drivers.reference.api.previewing import ApiPreviewing
from support.drivers.reference.api.racing import ApiRacing
from support.drivers.reference.api.reading import ApiReading
from support.drivers.reference.api.releasing import ApiReleasing
from support.drivers.reference.api.returning import ApiReturning
from support.drivers.reference.api.roaming import ApiLending, ApiMoving, ApiRoaming, ApiTiming
from support.drivers.reference.api.sampling import ApiSampling
from support.drivers.reference.api.saving import ApiJostling, ApiSaving
from support.drivers.reference.api.segmenting import ApiSegmenting
from support.drivers.reference.api.sites import ApiConventions, ApiSites
from support.drivers.reference.api.speaking import ApiSpeaking
from support.drivers.reference.api.spending import ApiSpending
from support.drivers.reference.api.starting import ApiStarting
from support.drivers.reference.api.together import ApiTogether
from support.drivers.reference.api.tracking import ApiTracking
from support.drivers.reference.api.visiting import ApiMeddling, ApiPublishing, ApiVisiting
from support.drivers.reference.api.watching import ApiWatching
from support.drivers.reference.api.webhooks import ApiSubscribing, ApiWebhooks

DRIVERS = {
    "accounts": ApiAccounts,
    "people": ApiPeople,
    "partners": ApiPartners,
    "webhooks": ApiWebhooks,
    "subscribing": ApiSubscribing,
    "offering": ApiOffering,
    "sites": ApiSites,
    "pages": ApiPages,
    "devices": ApiDevices,
    "machines": ApiMachines,
    "pictures": ApiPictures,
    "conventions": ApiConventions,
    "building": ApiBuilding,
    "adding": ApiAdding,
    "gathering": ApiGathering,
    "arranging": ApiArranging,
    "composing": ApiComposing,
    "undoing": ApiUndoing,
    "templating": ApiTemplating,
    "together": ApiTogether,
    "guarding": ApiGuarding,
    "jostling": ApiJostling,
    "racing": ApiRacing,
    "saving": ApiSaving,
    "asking": ApiAsking,
    "branding": ApiBranding,
    "speaking": ApiSpeaking,
    "spending": ApiSpending,
    "customising": ApiCustomising,
    "writing": ApiWriting,
    "connecting": ApiConnecting,
    "doors": ApiDoors,
    "drawing": ApiDrawing,
    "overseeing": ApiOverseeing,
    "starting": ApiStarting,
    "reading": ApiReading,
    "broadcasting": ApiBroadcasting,
    "pacing": ApiPacing,
    "returning": ApiReturning,
    "doubting": ApiDoubting,
    "previewing": ApiPreviewing,
    "sampling": ApiSampling,
    "sifting": ApiSifting,
    "jobs": ApiJobs,
    "planning": ApiPlanning,
    "publishing": ApiPublishing,
    "releasing": ApiReleasing,
    "visiting": ApiVisiting,
    "meddling": ApiMeddling,
    "moving": ApiMoving,
    "naming": ApiNaming,
    "roaming": ApiRoaming,
    "watching": ApiWatching,
    "issuing": ApiIssuing,
    "lending": ApiLending,
    "timing": ApiTiming,
    "bookkeeping": ApiBookkeeping,
    "counting": ApiCounting,
    "coming": ApiComing,
    "contacts": ApiContacts,
    "knowing": ApiKnowing,
    "merging": ApiMerging,
    "segmenting": ApiSegmenting,
    "importing": ApiImporting,
    "tracking": ApiTracking,
}

__all__ = ["DRIVERS"]
