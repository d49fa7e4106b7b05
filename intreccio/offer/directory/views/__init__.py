"""One URL, one function, one name."""
