"""Addresses for telephones, and reminders."""

from intreccio.workshop.calendar.actions.feeds import make_feed, take_back_feed
from intreccio.workshop.calendar.actions.reminders import choose_reminders

__all__ = ["choose_reminders", "make_feed", "take_back_feed"]
