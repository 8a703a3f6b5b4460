"""What a target can offer beyond being a platform: a closed list, a sentence each."""

from __future__ import annotations

CAPABILITIES = {
    "workspaces": "A fresh workspace for each scenario; without it the account's own is used, with aliases.",
    "time_travel": "A workspace's clock can be moved forward.",
    "faults": "The platform can be started with named faults.",
    "mailbox": "Mail that was sent can be read where it arrives.",
    "processes": "The platform's processes are known and can be stopped and killed.",
    "several_servers": "Several web processes answer at its address, so that what one keeps to itself shows.",
    "names": "What name servers say of a domain can be set.",
    "outages": "Parts can be cut off, or made to hang, and come back.",
    "logs": "The platform's log lines can be read by trace id.",
    "returns": "What mail servers say of letters later can be handed in, with the operator's key.",
    "receiver": "What the platform sends to partners' webhooks can be received and answered.",
    "metrics": "The platform shows its metrics.",
    "contract": "What partners were promised of its API stands in a file of ours, which the target names.",
    "load": "Very many people may be put on it at once; say so of no platform that others need meanwhile.",
    "deterministic_ai": "The copywriter gives the same words for the same brief.",
}
