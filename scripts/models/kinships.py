"""A hundred and four people of the Alyawarra and the 25 terms of kinship by which they call each other, as an array."""
from knowledge import make_graph

SHA256 = "fe31136518364333649e4d692b10f64ecab8271020779d9e0d15bb67692c2ae0"


def make(folder):
    """Writes kinships.npz and set.json."""
    make_graph(folder, "kinships", 10686, SHA256, id="kg-kinships", name="Kinships: 104 people, 25 terms")
