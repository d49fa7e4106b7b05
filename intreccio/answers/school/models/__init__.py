"""School and growth: rows of families. Who reads them the migrations say."""

from intreccio.answers.school.models.places import SchoolContact, Schooling

__all__ = ["SchoolContact", "Schooling"]
