"""Pure rules of files coming in: what a mapping says, how a table is read, what a run reports."""
