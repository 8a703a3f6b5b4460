"""The engines that browsers run on, each behind the same small port."""
