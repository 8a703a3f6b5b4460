"""Rules of pictures: what is one is told by its content, never by its name or by who sends it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Select, func, select

from webbuilder import clock, database
from webbuilder.images.sizes import size_of
from webbuilder.images.tables import Image
from webbuilder.problems import Problem, not_found

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

MOST, NAME_LENGTH = 500, 120
# How files of a kind begin, and what stands further in where that is needed to tell: PNG (ISO 15948 §5.2),
# JPEG (ISO 10918-1 B.1), GIF89a, WebP (RFC 9649 §2.4). SVG is none of them: it may hold programs.
_SIGNS = {
    "image/png": (b"\x89PNG\r\n\x1a\n", b"IHDR"),
    "image/jpeg": (b"\xff\xd8\xff", b""),
    "image/gif": (b"GIF8", b""),
    "image/webp": (b"RIFF", b"WEBP"),
}
KINDS = tuple(_SIGNS)
_HEAD = 32  # bytes in which all of these signs stand


def of_workspace(workspace_id: str) -> Select[Image]:
    """Select a workspace's pictures, the newest first."""
    return select(Image).where(Image.workspace_id == workspace_id).order_by(Image.created_at.desc(), Image.id)


def with_id(workspace_id: str, image_id: str) -> Select[Image]:
    """Select one picture of a workspace."""
    return of_workspace(workspace_id).where(Image.id == image_id)


def shown(image_id: str) -> Select[Image]:
    """Select a picture for whoever has its address, as visitors do."""
    return select(Image).where(Image.id == image_id)


def kind_of(content: bytes) -> str | None:
    """Return the media type that a content is of; None for what is no picture that browsers show safely."""
    head = content[:_HEAD]
    found = (kind for kind, (begin, inside) in _SIGNS.items() if head.startswith(begin) and inside in head)
    return next(found, None)


def bring(session: Session, workspace_id: str, name: str, said: str, content: bytes) -> Image:
    """Keep a picture.

    Raises:
        Problem: it is none, is another kind than is said, or there are too many.
    """
    kind = kind_of(content)
    if kind is None:
        raise Problem(
            422,
            "no-picture",
            f"“{name}” is no picture that browsers can show. Bring a PNG, JPEG, GIF or WebP.",
        )
    if said.partition(";")[0].strip().lower() != kind:
        raise Problem(
            422,
            "other-kind",
            f"“{name}” is said to be {said or 'nothing'}, and is {kind}. Send it as what it is.",
        )
    many = session.scalar(select(func.count()).where(Image.workspace_id == workspace_id)) or 0
    if many >= MOST:
        raise Problem(409, "too-many-pictures", f"There are {MOST} pictures already. Take some away first.")
    across, down = size_of(content) or (None, None)
    image = Image(
        id=database.new_id("image"),
        workspace_id=workspace_id,
        name=name.strip()[:NAME_LENGTH] or "picture",
        media_type=kind,
        content=content,
        across=across,
        down=down,
        created_at=clock.now(session, workspace_id),
    )
    session.add(image)
    session.flush()
    return image


def one(session: Session, workspace_id: str, image_id: str) -> Image:
    """Return a picture.

    Raises:
        Problem: the workspace has no such picture.
    """
    image = session.scalar(with_id(workspace_id, image_id))
    if image is None:
        raise not_found("picture")
    return image
