"""What may be written of school, and what follows from it."""
