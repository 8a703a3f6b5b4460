"""What several clients did at once and were told, held against what one store would tell."""
