"""What may happen to persons and households: pure functions of values."""
