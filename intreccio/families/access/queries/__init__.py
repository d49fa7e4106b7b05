"""What people read of signals and of the counter; the first argument is who looks."""
