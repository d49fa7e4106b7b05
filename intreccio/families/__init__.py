"""The way of a family."""
