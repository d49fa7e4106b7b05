"""Pure rules of places: distances, and how a list of municipalities is read."""
