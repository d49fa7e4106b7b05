"""What may happen in the network: pure functions of values."""
