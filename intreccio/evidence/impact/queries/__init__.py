"""What people read: counts that may be shown, in words and tables. No person is in any of it."""
