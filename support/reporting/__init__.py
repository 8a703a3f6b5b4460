"""What a run shows and leaves behind: progress, Allure results, the summary."""
