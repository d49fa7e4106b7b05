"""What a protocol is, and what it asks on a day: pure functions of a definition as it stands in its file."""
