"""What may happen to a plan: pure functions of values."""
