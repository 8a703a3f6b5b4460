"""The platform's process floor: database, mailroom, copywriter, and how parts are started and kept."""
