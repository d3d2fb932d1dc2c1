"""A hundred and thirty-five kinds of things in medicine and 46 relations between them, as an array."""
from knowledge import make_graph

SHA256 = "4a1d2ae8a91c779f7a81f3b9b68f90cd5ae7ca0875ffbbd905338c16449affe0"


def make(folder):
    """Writes umls.npz and set.json."""
    make_graph(folder, "umls", 6529, SHA256, id="kg-umls", name="UMLS: 135 medical kinds, 46 relations")
