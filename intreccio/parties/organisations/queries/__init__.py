"""What people read about the network."""

from intreccio.parties.organisations.queries.hats import find_viewer, take_hat

__all__ = ["find_viewer", "take_hat"]
