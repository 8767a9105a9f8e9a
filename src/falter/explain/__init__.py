"""Why it went as it did: what fed an act, and what would have had to be different. Nothing here changes a trace."""
