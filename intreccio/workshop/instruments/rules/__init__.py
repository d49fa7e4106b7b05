"""What an instrument is, and what its answers say: pure functions of a definition as it stands in its file."""
