"""What people do about school."""
