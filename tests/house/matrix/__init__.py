"""Who gets what answer where: one readable table an area, expected answers written by hand from law and issue."""
