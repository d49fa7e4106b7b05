"""Who stands in for whom: in SQL, so that whatever waits for one also waits, for that time, for the other.

`me` and `day` are values of the statement.
"""

from uuid import UUID

from intreccio.families.cases.models import Case, CaseDeputy

_NOW = "d.deputy_id = %(me)s AND d.since <= %(day)s::date AND %(day)s::date < d.until"
# Oneself, and whom one stands in for. An array, so that the index on the hat is used.
HATS = f"ANY (ARRAY(SELECT %(me)s::uuid UNION ALL SELECT d.absent_id FROM cases_casedeputy d WHERE {_NOW}))"  # noqa: S608  # fixed texts


def mine(case: str, hat: str) -> str:
    """A column that names a hat is mine, or, in this case and today, of somebody I stand in for."""
    instead = f"SELECT FROM cases_casedeputy d WHERE d.case_id = {case} AND d.absent_id = {hat} AND {_NOW}"  # columns of ours
    return f"({hat} = {HATS} AND ({hat} = %(me)s OR EXISTS ({instead})))"


def mine_among(case: str, hats: str) -> str:
    """The same of a column that names several hats."""
    instead = f"SELECT FROM cases_casedeputy d WHERE d.case_id = {case} AND d.absent_id = ANY ({hats}) AND {_NOW}"  # columns of ours
    return f"(%(me)s = ANY ({hats}) OR EXISTS ({instead}))"


def deputies_on(case: Case) -> list[CaseDeputy]:
    """Everybody who stood, stands or will stand in, with their names."""
    return list(case.deputies.select_related("absent__user", "deputy__user").order_by("since", "pk"))


def deputy_of(case: Case, key: UUID) -> CaseDeputy | None:
    """One, to act on."""
    return (
        case.deputies.select_related("absent__user", "deputy__user", "case__household").filter(pk=key).first()
    )
