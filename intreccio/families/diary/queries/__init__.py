"""What people read of lines of support."""
