"""Many invented families, as worlds that `load_world` loads: to try the house at the size of a city.

Everything is made from the number of a team, so that the same families stand in the same teams at every run.
"""
