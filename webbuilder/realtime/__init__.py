"""Real-time APIs: everybody who has a site open hears what the others do, and who they are."""
