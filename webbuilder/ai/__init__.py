"""AI Services: suggestions from the copywriter, looked at before they are taken."""
