"""When a family is looked at with a family, what is missing before that is closed, and what has changed: pure functions."""
