"""What is asked around a family."""
