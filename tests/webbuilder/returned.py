"""Reports on one letter, as well-known mail servers write them."""

from __future__ import annotations

from textwrap import dedent

KEY = "<r_1a2b.2@mail.magic-moment.example>"
TO = "priya@example.org"
POSTFIX = dedent(f"""\
    Return-Path: <>
    Date: Mon, 30 Nov 2026 12:00:00 +0000 (UTC)
    From: MAILER-DAEMON@mx.example.org (Mail Delivery System)
    Subject: Undelivered Mail Returned to Sender
    To: hello@mail.magic-moment.example
    Auto-Submitted: auto-replied
    MIME-Version: 1.0
    Content-Type: multipart/report; report-type=delivery-status;
    \tboundary="4D2F61A0.1700000000/mx.example.org"
    Content-Transfer-Encoding: 8bit

    This is a MIME-encapsulated message.

    --4D2F61A0.1700000000/mx.example.org
    Content-Description: Notification
    Content-Type: text/plain; charset=us-ascii

    I'm sorry to have to inform you that your message could not be delivered.

    --4D2F61A0.1700000000/mx.example.org
    Content-Description: Delivery report
    Content-Type: message/delivery-status

    Reporting-MTA: dns; mx.example.org
    X-Postfix-Queue-ID: 4D2F61A0
    X-Postfix-Sender: rfc822; hello@mail.magic-moment.example
    Arrival-Date: Mon, 30 Nov 2026 11:59:58 +0000 (UTC)

    Final-Recipient: rfc822; {TO}
    Original-Recipient: rfc822;{TO}
    Action: failed
    Status: 5.1.1
    Remote-MTA: dns; mail.example.org
    Diagnostic-Code: smtp; 550 5.1.1 <{TO}>: Recipient address rejected:
        User unknown; try elsewhere

    --4D2F61A0.1700000000/mx.example.org
    Content-Description: Undelivered Message
    Content-Type: message/rfc822
    Content-Transfer-Encoding: 8bit

    Received: from localhost (localhost [127.0.0.1])
    Message-ID:
     {KEY}
    From: "Maya's Sourdough" <hello@mail.magic-moment.example>
    To: {TO}
    Subject: =?utf-8?q?Welcome=2C_Priya?=
    MIME-Version: 1.0
    Content-Type: multipart/alternative; boundary="inner"

    --inner
    Content-Type: text/plain; charset="utf-8"

    Hello.
    --inner--

    --4D2F61A0.1700000000/mx.example.org--
    """).encode()

EXCHANGE = dedent(f"""\
    From: postmaster@example.onmicrosoft.com
    To: hello@mail.magic-moment.example
    Content-Type: multipart/report; report-type=delivery-status;
    \tboundary="_000_exchange"
    Content-Language: de-DE
    Message-ID: <exchange@example.onmicrosoft.com>
    In-Reply-To: {KEY}
    References: {KEY}
    Subject: =?iso-8859-1?Q?Unzustellbar:_Gr=FC=DFe?=

    --_000_exchange
    Content-Type: multipart/alternative; boundary="_001_"

    --_001_
    Content-Type: text/plain; charset="us-ascii"

    Your message to {TO} couldn't be delivered.
    --_001_--

    --_000_exchange
    Content-Type: message/delivery-status

    Reporting-MTA: dns;AM0PR01.eurprd01.prod.exchangelabs.com

    Final-Recipient: rfc822;{TO}
    Action: failed
    Status: 5.1.10
    Diagnostic-Code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by address lookup

    --_000_exchange--
    """).encode()

YAHOO = dedent(f"""\
    From: Yahoo! Mail AntiSpam Feedback <feedback@arf.mail.yahoo.com>
    To: hello@mail.magic-moment.example
    Subject: FW:Rye is back
    MIME-Version: 1.0
    Content-Type: multipart/report; boundary="------------yahoo"; report-type="feedback-report"

    --------------yahoo
    Content-Type: text/plain; charset="US-ASCII"

    This is an email abuse report for an email message from magic-moment.example
    --------------yahoo
    Content-Type: message/feedback-report
    Content-Disposition: inline

    Feedback-Type: abuse
    User-Agent: Yahoo!-Mail-Feedback/1.0
    Version: 0.1
    Original-Mail-From: <hello@mail.magic-moment.example>
    Original-Rcpt-To: <redacted>
    Reported-Domain: magic-moment.example

    --------------yahoo
    Content-Type: message/rfc822
    Content-Disposition: inline

    X-Apparently-To: redacted@yahoo.com; Mon, 30 Nov 2026 12:00:00 +0000
    Message-Id: {KEY}
    From: Maya <hello@mail.magic-moment.example>
    To: <redacted>
    Subject: Rye is back

    Hello.
    --------------yahoo--
    """).encode()
