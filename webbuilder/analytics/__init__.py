"""Analytics: who came to a live site, whence, and what came of it."""
