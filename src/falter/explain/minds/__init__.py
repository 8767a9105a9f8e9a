"""Why somebody felt or believed something: what raised it, what keeps it up, what each piece of evidence did."""
