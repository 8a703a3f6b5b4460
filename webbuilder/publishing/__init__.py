"""Live sites: releases, and the pages that visitors get."""
