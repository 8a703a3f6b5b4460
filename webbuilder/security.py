"""Secrets: passwords, session tokens, and the signature on a served form."""

from __future__ import annotations

import hashlib
import hmac
import secrets

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError

# RFC 9106 §4, second recommended option: 64 MiB, 3 passes; here with 1 lane since two cores serve everybody.
_HASHER = PasswordHasher(time_cost=3, memory_cost=65536, parallelism=1)
_SIGNATURE_LENGTH = 32


def hash_password(password: str) -> str:
    """Return an Argon2id hash with its own salt."""
    return _HASHER.hash(password)


def password_fits(password: str, stored: str) -> bool:
    """Whether `password` is the one that `stored` was made from."""
    try:
        return _HASHER.verify(stored, password)
    except VerificationError:
        return False


def new_token() -> str:
    """Return a session token of 256 random bits."""
    return secrets.token_urlsafe(32)


def digest(token: str) -> str:
    """Return what is stored of a session token."""
    return hashlib.sha256(token.encode()).hexdigest()


def sign_view(form_key: str, component_id: str, trace_id: str) -> str:
    """Return the view token of a form served once: the trace that starts with it, and a signature on both."""
    signature = hmac.new(form_key.encode(), f"{component_id}:{trace_id}".encode(), hashlib.sha256)
    return f"{trace_id}.{signature.hexdigest()[:_SIGNATURE_LENGTH]}"


def sign_own(form_key: str) -> str:
    """Return by what a live site knows those who work on it: it opens nothing, and sets their looks apart."""
    return hmac.new(form_key.encode(), b"own", hashlib.sha256).hexdigest()[:_SIGNATURE_LENGTH]


def trace_of_view(form_key: str, component_id: str, view_token: str) -> str | None:
    """Return the trace id of a view token that we signed for this form, else None."""
    trace_id, _, _ = view_token.partition(".")
    genuine = sign_view(form_key, component_id, trace_id)
    return trace_id if hmac.compare_digest(genuine.encode(), view_token.encode()) else None
