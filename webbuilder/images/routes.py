"""Pictures over HTTP: bring one, list them, take one away; and the address at which everybody sees one."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

from fastapi import APIRouter, Body, Header, Query, Response
from pydantic import BaseModel

from webbuilder.asking import Known, Store
from webbuilder.conventions.bounded import Bounded
from webbuilder.conventions.lists import Wanted, part_of
from webbuilder.images import drawn, service
from webbuilder.images.tables import Image
from webbuilder.problems import not_found, refused

router = APIRouter(prefix="/api/images", tags=["images"], route_class=Bounded)
PATH = drawn.BELOW + "{image_id}"
_TAKES: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            kind: {"schema": {"type": "string", "format": "binary", "minLength": 1}} for kind in service.KINDS
        },
    }
}
# A picture never changes, and whatever it is, nothing in it runs (RFC 9111 §5.2; CSP sandbox).
_SERVED = {
    "Cache-Control": "public, max-age=31536000, immutable",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "cross-origin",
}


class ImageView(BaseModel):
    """A picture; `address` is the path of it on every site, for the `address` of an image on a page."""

    id: str
    name: str
    media_type: str
    size: int
    address: str
    created_at: datetime


class ImageList(BaseModel):
    """A part of a workspace's pictures, the newest first, and the cursor of the next part."""

    items: list[ImageView]
    next_cursor: str | None = None


def view(image: Image) -> ImageView:
    """Return what is shown of a picture; `size` in bytes."""
    return ImageView(
        id=image.id,
        name=image.name,
        media_type=image.media_type,
        size=len(image.content),
        address=PATH.format(image_id=image.id),
        created_at=image.created_at,
    )


@router.get("")
def pictures(known: Known, store: Store, part: Wanted) -> ImageList:
    """List the pictures of this workspace."""
    here, more = part_of(store, service.of_workspace(known.workspace_id), Image.created_at, Image.id, part)
    return ImageList(items=[view(image) for image in here], next_cursor=more)


@router.post("", status_code=201, responses=refused(409, 413), openapi_extra=_TAKES)
def bring(
    known: Known,
    store: Store,
    content: Annotated[bytes, Body(media_type="image/png", min_length=1)],
    content_type: Annotated[str, Header(include_in_schema=False)] = "",
    name: Annotated[str, Query(max_length=service.NAME_LENGTH)] = "picture",
) -> ImageView:
    """Bring a picture: the body is the file as it is, of at most 2 MB."""
    return view(service.bring(store, known.workspace_id, name, content_type, content))


@router.get("/{image_id}")
def read(image_id: str, known: Known, store: Store) -> ImageView:
    """Say what a picture is, and where it is seen."""
    return view(service.one(store, known.workspace_id, image_id))


@router.delete("/{image_id}", status_code=204)
def take_away(image_id: str, known: Known, store: Store) -> None:
    """Take a picture away; pages that show it show its words instead."""
    store.delete(service.one(store, known.workspace_id, image_id))


def show(image_id: str, store: Store) -> Response:
    """Show a picture to whoever has its address."""
    drawing = drawn.with_id(image_id)
    if drawing is not None:
        return Response(drawing, media_type=drawn.MEDIA_TYPE, headers=_SERVED)
    image = store.scalar(service.shown(image_id))
    if image is None:
        raise not_found("picture")
    return Response(image.content, media_type=image.media_type, headers=_SERVED)
