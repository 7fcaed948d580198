"""The verbs: every user action is one function here; long ones are generators of progress."""
