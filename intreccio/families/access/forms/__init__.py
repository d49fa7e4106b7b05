"""What people fill in, at the desk and from outside."""
