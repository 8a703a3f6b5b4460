"""What holds for every operation: versions, answers that are kept, lists, and words that nobody knows."""
