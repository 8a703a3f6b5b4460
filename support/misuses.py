"""What programs send that no page makes anybody send, in the words of sentences."""

from __future__ import annotations

MISUSES = (
    "what is no form",
    "more than a form holds",
    "a form that it does not have",
    "a wish for the thanks of no form",
    "a wish for no picture",
    "a look at the end of no mail",
    "an end by no mail",
    "a return by no mail",
    "a look at the question of no mail",
    "an answer to no mail",
)
DOUBTS = (
    "with an unknown word",
    "with too much",
    "without a version",
    "with an old version",
    "from a page of another house",
)
