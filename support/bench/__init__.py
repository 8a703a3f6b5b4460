"""How long things take: measured, kept, and compared with what this machine took before."""
