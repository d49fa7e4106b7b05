"""What is asked when a request leaves, and at each of its steps."""
