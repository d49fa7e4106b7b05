"""What is stored of signals and of the counter."""

from intreccio.families.access.models.contacts import Contact
from intreccio.families.access.models.passing import SignalPass
from intreccio.families.access.models.signals import Signal, SignalSender
from intreccio.families.access.models.triage import SignalStep, SignalWord, Triage

__all__ = ["Contact", "Signal", "SignalPass", "SignalSender", "SignalStep", "SignalWord", "Triage"]
