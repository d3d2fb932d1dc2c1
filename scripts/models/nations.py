"""Fourteen nations of the 1950s and 55 relations between them, as an array."""
from knowledge import make_graph

SHA256 = "cd5630453e3534d916a7d548732aedf53c01749ba8dd466409db99f89c62f991"


def make(folder):
    """Writes nations.npz and set.json."""
    make_graph(folder, "nations", 1992, SHA256, id="kg-nations", name="Nations: 14 countries, 55 relations")
