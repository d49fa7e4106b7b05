"""Links that open once, mails that leave."""
