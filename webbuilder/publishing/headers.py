"""What goes with each page that visitors get: it runs no script, and nobody keeps it."""

from __future__ import annotations

from webbuilder.components.properties import EMBED_HOSTS


def policy(more: str) -> str:
    """Return what pages made of components may load (CSP level 3), with `more` of what may be done."""
    return (
        "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' https: http: data:; "
        f"frame-src {' '.join(f'https://{host}' for host in EMBED_HOSTS)}; base-uri 'none'; {more}"
    )


HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": policy("form-action 'self'; frame-ancestors 'none'"),
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "X-Content-Type-Options": "nosniff",
}
