"""What people do around a family."""
