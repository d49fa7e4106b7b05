"""What may happen, as pure functions of values."""
