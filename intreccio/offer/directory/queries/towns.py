"""Municipalities by name, for a whole file: read once."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from intreccio.ground.kernel.text import normalise
from intreccio.ground.territory.queries import current


class Towns:
    """Every municipality of today, in memory for as long as an import runs."""

    def __init__(self) -> None:
        self._by_code: dict[str, str] = {}
        self._by_name: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for code, istat, name, other, province in current().values_list(
            "code", "istat", "search_name", "search_other", "province_id"
        ):
            self._by_code[code] = istat
            for each in {name, other} - {""}:
                self._by_name[each].append((province, istat))

    def istat_of(self, town: str | Mapping[str, Any], province: str) -> str:
        """The ISTAT code of a name, or of a Belfiore code that a mapping gives. Empty where it is not known, or not told apart.

        A name that only one municipality has needs no province: provinces are drawn anew more often than names.
        """
        if not isinstance(town, str):
            return self._by_code.get(str(town.get("code")), "")
        found = self._by_name.get(normalise(town), [])
        if len(found) > 1:
            found = [one for one in found if one[0] == province]
        return found[0][1] if len(found) == 1 else ""
