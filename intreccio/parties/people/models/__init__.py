"""Persons and households through time. Rows of families carry household and team: see `policies.py`."""

from intreccio.parties.people.models.aspects import Aspect, Isee
from intreccio.parties.people.models.documents import FamilyDocument
from intreccio.parties.people.models.homes import HomeAddress, HouseholdMembership, ProtectedAddress
from intreccio.parties.people.models.households import FamilyRow, Household
from intreccio.parties.people.models.languages import Language
from intreccio.parties.people.models.life import LifeEvent
from intreccio.parties.people.models.persons import ContactPoint, Identifier, Person, PersonName
from intreccio.parties.people.models.sight import Grant, SearchWord
from intreccio.parties.people.models.ties import Bond, Kinship, Responsibility

__all__ = [
    "Aspect",
    "Bond",
    "ContactPoint",
    "FamilyDocument",
    "FamilyRow",
    "Grant",
    "HomeAddress",
    "Household",
    "HouseholdMembership",
    "Identifier",
    "Isee",
    "Kinship",
    "Language",
    "LifeEvent",
    "Person",
    "PersonName",
    "ProtectedAddress",
    "Responsibility",
    "SearchWord",
]
