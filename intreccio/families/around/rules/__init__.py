"""What may happen around a family: pure."""
