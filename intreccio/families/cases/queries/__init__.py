"""What people read about cases. Row security decides what is in sight; the viewer says whose page it is."""
