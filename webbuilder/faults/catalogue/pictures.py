"""What goes wrong with pictures that marketers bring."""
# ruff: noqa: ARG001, PLC0415, PLR0917 - bodies take what their target takes; the list is printed without the platform

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from webbuilder.faults.catalogue import rules
from webbuilder.faults.functions import Function, Original
from webbuilder.faults.records import Fault
from webbuilder.faults.scripts import Script

if TYPE_CHECKING:
    from sqlalchemy.orm import Session
    from starlette.requests import Request

    from webbuilder.images.tables import Image


def _cut_short(
    original: Original, session: Session, workspace_id: str, name: str, said: str, content: bytes
) -> Image:
    made: Image = original(session, workspace_id, name, said, content)
    made.content = content[:-12]
    return made


def _by_its_name(original: Original, content: bytes) -> str | None:
    return str(original(content) or "image/png")


def _drawings_too(original: Original, content: bytes) -> str | None:
    if content.startswith(b"<svg"):
        original.fired()
        return "image/svg+xml"
    kind: str | None = original(content)
    return kind


def _as_it_is_said(
    original: Original, session: Session, workspace_id: str, name: str, said: str, content: bytes
) -> Any:
    from webbuilder.images import service

    return original(session, workspace_id, name, service.kind_of(content) or said, content)


async def _however_large(
    original: Original,
    request: Request,
    most: int = 2 * 1024 * 1024,
    advice: str = "Send your changes in several parts.",
) -> bytes:
    return await request.body()


def _left_where_it_is(_original: Original, image_id: str, known: Any, store: Any) -> None:
    pass


def _of_any_size(_original: Original, session: Session, workspace_id: str, addresses: Any) -> dict[str, Any]:
    return {}


def _lying(original: Original, session: Session, workspace_id: str, addresses: Any) -> dict[str, Any]:
    sizes = original(session, workspace_id, addresses)
    return {address: (down, across) for address, (across, down) in sizes.items()}


def _in_a_while(original: Original, image_id: str, store: Any) -> Any:
    time.sleep(3)  # the fault itself
    return original(image_id, store)


_AT = "webbuilder.images.sizes:at"
_PICTURES = "/static/pictures.js"
_CHOSEN = "change(component, { address, alternative: properties"

FAULTS = (
    Fault(
        "chosen-pictures-are-not-put",
        "A picture that is chosen for an image is kept, and the image stays as it was.",
        "Maya would publish the photograph of last spring.",
        "SYS-BUILDER",
        (rules.STANDS_WHERE_BROUGHT,),
        "Frontend Builder",
        (Script(_PICTURES, _CHOSEN, _CHOSEN.replace("address, ", "")),),
    ),
    Fault(
        "dropped-pictures-go-to-the-end",
        "A picture that is dropped stands at the end of the page, wherever it was dropped.",
        "Maya would look for her loaf where she let it go, and drop it again.",
        "SYS-CANVAS",
        (rules.STANDS_WHERE_BROUGHT,),
        "Drag-Drop Canvas",
        (Script(_PICTURES, "editor.select(hands.meant(event.target))", "editor.select(null)"),),
    ),
    Fault(
        "refused-pictures-vanish",
        "A file that is refused is gone without a word.",
        "Maya would drop her photograph again and again.",
        "ERRORS",
        (rules.REFUSED_WHERE_BROUGHT,),
        "Frontend Builder",
        (Script(_PICTURES, "tell(answer.ok ? '' : said.detail)", "tell('')"),),
    ),
    Fault(
        "pages-keep-no-place",
        "A page keeps no place for its pictures.",
        "The button under the thumb would be gone when the picture comes, and something else be there.",
        "LIVE-SITE",
        (rules.SOON_SEEN,),
        "Live Sites",
        (Function(_AT, _of_any_size),),
    ),
    Fault(
        "pictures-lie-down",
        "The place that a page keeps for a picture is as wide as the picture is high.",
        "Words would jump upwards when the picture comes, out of the eye that reads them.",
        "LIVE-SITE",
        (rules.SOON_SEEN,),
        "Live Sites",
        (Function(_AT, _lying),),
    ),
    Fault(
        "pictures-take-their-time",
        "A picture comes three seconds after it was asked for.",
        "Who stands in the street would look at an empty frame, and walk on.",
        "LIVE-SITE",
        (rules.SOON_SEEN,),
        "Live Sites",
        (Function("webbuilder.images.routes:show", _in_a_while),),
    ),
    Fault(
        "pictures-are-cut-short",
        "A picture is kept without its end.",
        "Maya's loaf would be a grey square to half of her visitors.",
        "SYS-BACKEND",
        (rules.SEEN_AS_BROUGHT,),
        "Live Sites",
        (Function("webbuilder.images.service:bring", _cut_short),),
    ),
    Fault(
        "pictures-are-taken-at-their-word",
        "Whatever calls itself a picture is kept as one.",
        "A program would be served to whoever came for bread.",
        "SECURITY",
        (rules.ONLY_PICTURES, rules.REFUSED_WHERE_BROUGHT),
        "Backend APIs",
        (Function("webbuilder.images.service:kind_of", _by_its_name),),
    ),
    Fault(
        "drawings-are-pictures",
        "A drawing is taken for a picture, programs in it included.",
        "Whoever opens Maya's drawing would run what somebody wrote into it.",
        "SECURITY",
        (rules.ONLY_PICTURES,),
        "Backend APIs",
        (Function("webbuilder.images.service:kind_of", _drawings_too, counts_itself=True),),
    ),
    Fault(
        "kinds-of-pictures-do-not-matter",
        "A picture that is said to be of another kind is kept.",
        "A partner whose program mixes up its files would never hear of it.",
        "SYS-BACKEND",
        (rules.ONLY_PICTURES,),
        "Backend APIs",
        (Function("webbuilder.images.service:bring", _as_it_is_said),),
    ),
    Fault(
        "pictures-may-be-as-large-as-they-like",
        "A picture is kept however large it is.",
        "Maya's page would take a minute to load on a telephone, and nobody would have told her.",
        "SYS-BACKEND",
        (rules.ONLY_PICTURES,),
        "Backend APIs",
        (Function("webbuilder.conventions.bounded:read", _however_large),),
    ),
    Fault(
        "pictures-that-are-taken-away-stay",
        "A picture that its owner took away is still shown to everybody.",
        "Maya would take a customer's child off her page, and the child would still be on it.",
        "LIVE-SITE",
        (rules.TAKEN_AWAY,),
        "Backend APIs",
        (Function("webbuilder.images.routes:take_away", _left_where_it_is),),
    ),
)
