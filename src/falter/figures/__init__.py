"""Figures: charts of one performance and of many, from rows of plain values. No name is taken from here; see `Ensemble.plot`."""
