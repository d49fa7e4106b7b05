"""What may happen to a case: pure functions of values."""
