"""The reference platform: an AI marketing web builder of real parts, so that specifications run anywhere."""
