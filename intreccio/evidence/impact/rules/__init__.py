"""What an act leaves behind, which numbers may be shown, and what can be said with them."""
