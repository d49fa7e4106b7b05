from django.db import migrations

from intreccio.ground.kernel.security import Sql

FORWARD = "('draft', 'in_force'), ('in_force', 'replaced'), ('in_force', 'ended')"
# The version that a row is of, and whether somebody's yes stands on it. As the actor sees it: who may write, sees.
AGREED = """
CREATE FUNCTION somebody_said_yes(plan uuid) RETURNS boolean LANGUAGE sql STABLE SET search_path = public, pg_temp AS
  'SELECT EXISTS (SELECT FROM plans_acceptance a WHERE a.plan_id = somebody_said_yes.plan AND a.voided_at IS NULL)';
CREATE FUNCTION keep_what_was_agreed() RETURNS trigger LANGUAGE plpgsql AS
  'BEGIN RAISE insufficient_privilege USING MESSAGE = ''what was agreed is not rewritten''; END';
CREATE TRIGGER begins_as_a_draft BEFORE INSERT ON plans_plan FOR EACH ROW
  WHEN (current_user = '{app}' AND NEW.state <> 'draft') EXECUTE FUNCTION keep_what_was_agreed();
CREATE TRIGGER only_forward BEFORE UPDATE OF state ON plans_plan FOR EACH ROW
  WHEN (current_user = '{app}' AND NEW.state <> OLD.state AND (OLD.state, NEW.state) NOT IN (%s))
  EXECUTE FUNCTION keep_what_was_agreed();
CREATE TRIGGER agreed_goals BEFORE INSERT ON plans_goal FOR EACH ROW
  WHEN (current_user = '{app}' AND somebody_said_yes(NEW.plan_id)) EXECUTE FUNCTION keep_what_was_agreed();
CREATE TRIGGER agreed_goals_stay BEFORE UPDATE ON plans_goal FOR EACH ROW
  WHEN (current_user = '{app}' AND (somebody_said_yes(OLD.plan_id) OR NEW.plan_id <> OLD.plan_id)) EXECUTE FUNCTION keep_what_was_agreed();
CREATE TRIGGER agreed_links BEFORE INSERT ON plans_goallink FOR EACH ROW
  WHEN (current_user = '{app}' AND somebody_said_yes(NEW.plan_id)) EXECUTE FUNCTION keep_what_was_agreed();
CREATE TRIGGER agreed_links_stay BEFORE UPDATE ON plans_goallink FOR EACH ROW
  WHEN (current_user = '{app}' AND somebody_said_yes(OLD.plan_id)) EXECUTE FUNCTION keep_what_was_agreed();
CREATE TRIGGER stays_with_its_goal BEFORE UPDATE OF goal_id ON plans_planaction FOR EACH ROW
  WHEN (current_user = '{app}' AND NEW.goal_id <> OLD.goal_id) EXECUTE FUNCTION keep_what_was_agreed();
CREATE TRIGGER agreed_words BEFORE UPDATE OF what ON plans_planaction FOR EACH ROW
  WHEN (current_user = '{app}' AND NEW.what <> OLD.what) EXECUTE FUNCTION keep_agreed_words()
"""
WORDS = """
CREATE FUNCTION keep_agreed_words() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF (SELECT somebody_said_yes(g.plan_id) FROM plans_goal g WHERE g.id = OLD.goal_id) THEN
    RAISE insufficient_privilege USING MESSAGE = 'what was agreed is not rewritten';
  END IF;
  RETURN NEW;
END $$
"""


class Migration(migrations.Migration):
    """A version goes forward, and while a yes stands on it its goals and the words of its actions stay as they were read."""

    dependencies = [("plans", "0002_guard")]
    operations = [Sql(WORDS), Sql(AGREED % FORWARD)]
