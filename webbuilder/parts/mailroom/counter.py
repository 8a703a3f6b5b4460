"""Where mail is handed in: the answers to an SMTP client, each after the mail has been kept."""

from __future__ import annotations

import asyncio

from aiosmtpd.smtp import SMTP, Envelope, Session

from webbuilder.parts.mailroom.store import Mail


class Counter:
    """Takes every mail for everybody."""

    def __init__(self, mail: Mail) -> None:
        """Put what is taken into this mail."""
        self._mail = mail

    async def handle_DATA(  # noqa: N802 - the library calls it so
        self, _server: SMTP, _session: Session, envelope: Envelope
    ) -> str:
        """Keep one mail and say under which id."""
        content = envelope.content or b""
        content = content.encode("utf-8", "surrogateescape") if isinstance(content, str) else content
        # The disk is waited for beside whoever else hands mail in.
        kept = await asyncio.to_thread(self._mail.keep, content, envelope.mail_from or "", envelope.rcpt_tos)
        return f"250 2.0.0 kept as {kept}"
