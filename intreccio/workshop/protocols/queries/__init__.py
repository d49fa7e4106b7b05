"""What people read of protocols. Nothing here is of a family."""
