"""What people read about services. No family is in it."""
