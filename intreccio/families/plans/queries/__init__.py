"""What people read about plans. Row security decides what is in sight; the viewer says whose page it is."""
