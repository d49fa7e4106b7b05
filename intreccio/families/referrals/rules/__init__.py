"""What may happen to a referral: pure functions of values."""
