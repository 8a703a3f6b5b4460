"""The reference platform: an AI marketing web builder with real parts, so that the specifications run anywhere at once."""
