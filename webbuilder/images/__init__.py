"""Pictures that marketers bring: checked when they come, and served to whoever visits."""
