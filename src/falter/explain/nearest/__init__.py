"""The smallest change to the people that makes something likely: what may be changed, how far a change goes, and how it is looked for.

`searching.smallest` is the whole of it; performances are all it asks of the engine, and no equation of the mind is known here.
"""
