"""What is asked of whoever writes about school."""
