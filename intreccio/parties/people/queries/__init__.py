"""What people read about families. The first argument is the viewer wherever a page shows it."""

from intreccio.parties.people.queries.known import known_already
from intreccio.parties.people.queries.search import search_for

__all__ = ["known_already", "search_for"]
