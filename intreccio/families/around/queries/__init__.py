"""What is read around a family."""
