"""When and where: moments gone by, and the places of the desks."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

ROME = ZoneInfo("Europe/Rome")
ROZZANO, OPERA, PIEVE, BINASCO = "015189", "015159", "015173", "015024"
BASIGLIO, ZIBIDO, LOCATE = "015015", "015247", "015125"


def moment(today: date, days_ago: int, hour: int = 9, minute: int = 0) -> datetime:
    """So many days ago, at an hour in Rome."""
    return datetime.combine(today - timedelta(days=days_ago), time(hour, minute), ROME)
