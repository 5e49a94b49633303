"""Where words and numbers meet: the timeline, what it compiles to, and what comes back."""
