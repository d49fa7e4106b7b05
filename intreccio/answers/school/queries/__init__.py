"""School as the viewer may see it."""
