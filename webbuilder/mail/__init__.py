"""Email Automation: mail templates, and the ledger of every mail."""
