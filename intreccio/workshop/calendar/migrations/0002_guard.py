from django.db import migrations

from intreccio.ground.kernel.security import Guard

ME = "user_id = (SELECT my_user()) AND membership_id = (SELECT my_membership())"
JOBS, DOOR = "(SELECT my_house()) = 'jobs'", "(SELECT my_house()) = 'door'"
# What keeps the promise of a year sees and deletes only what is old, whatever the parameter says.
ERASER = "((SELECT my_house()) = 'eraser' AND {moment} < (SELECT now()) - interval '6 months')"
OLD_FEED, OLD_REMINDER = ERASER.format(moment="taken_back_at"), ERASER.format(moment="day")


class Migration(migrations.Migration):
    """A feed is its owner's, and read by the door that opens it; a choice is of the person, whatever the hat; reminders are the job's."""

    dependencies = [("calendar", "0001_initial"), ("kernel", "0003_guard")]
    operations = [
        Guard(
            "calendar_calendarfeed",
            see=f"({ME}) OR {DOOR} OR {OLD_FEED}",
            add=ME,
            change=ME,
            columns="taken_back_at",
            delete=OLD_FEED,
        ),
        Guard(
            "calendar_reminderchoice",
            see=f"user_id = (SELECT my_user()) OR {JOBS}",
            add="user_id = (SELECT my_user())",
            change="user_id = (SELECT my_user())",
            columns="off_since",
        ),
        Guard("calendar_reminder", see=f"{JOBS} OR {OLD_REMINDER}", add=JOBS, delete=OLD_REMINDER),
    ]
