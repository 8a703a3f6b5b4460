"""Whether all systems tell the same of what visitors sent: submission, run, contact, mail and event."""
