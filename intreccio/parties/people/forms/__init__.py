"""What people fill in. Each form carries its one-time key; an edit also the version it was read at (law 7)."""
