"""What a mail server says of a letter after it had taken it, in the words of sentences."""

from __future__ import annotations

NOTICES = (
    "there is no such mailbox",
    "the mailbox is full",
    "it is late",
    "it is unwanted",
    "it is wanted after all",
)
# What is handed in as a report, and refused.
MISREPORTS = (
    "what is no report",
    "a report that names no letter",
    "a report on a letter that nobody sent",
    "a report with the key of somebody else",
)
