"""What people read of lines and hours."""
