"""What people read about families. The first argument is the viewer wherever a page shows it."""
