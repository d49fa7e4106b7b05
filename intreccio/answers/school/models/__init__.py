"""School and growth: rows of families. Who reads them the migrations say."""

from intreccio.answers.school.models.paths import SchoolMark, SchoolPath
from intreccio.answers.school.models.places import SchoolContact, Schooling
from intreccio.answers.school.models.plans import SchoolPlan
from intreccio.answers.school.models.sheets import SchoolSheet

__all__ = ["SchoolContact", "SchoolMark", "SchoolPath", "SchoolPlan", "SchoolSheet", "Schooling"]
