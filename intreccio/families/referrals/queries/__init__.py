"""What people read about referrals. Row security decides what is in sight; the viewer says whose page it is."""
