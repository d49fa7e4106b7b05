"""Where: regions, provinces, municipalities and the districts a network works in."""
