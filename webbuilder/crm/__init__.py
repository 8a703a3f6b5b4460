"""CRM System: contacts, their tags and their history."""
