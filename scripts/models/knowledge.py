"""Three small knowledge graphs as arrays, from the wheel `pykeen`: nations, kinships in a tribe, and a medical vocabulary.

Kemp et al. 2006 ("Learning systems of concepts with an infinite relational model") gave them their form; the nations are
Rummel's of 1965, the kinships Denham's of the Alyawarra, the vocabulary UMLS's semantic network. All triples (head, relation,
tail) of the package's three shares are taken together.
"""
import sys

import numpy as np

from arrays import write_archive, write_set_card
from packages import member, requirement

SHARES = ["train.txt", "valid.txt", "test.txt"]


def make_graph(folder, graph, n_triples, expected, **fields):
    """Writes `<graph>.npz` and set.json: `roles` `[n, relations × n × 2]` u8, whether an entity stands in a relation to another or
    another to it, and `links` `[n, n]` u8, in how many relations the row stands to the column."""
    lines = b"".join(member("pykeen", f"pykeen/datasets/{graph}/{share}") for share in SHARES).decode().splitlines()
    triples = {tuple(line.split("\t")) for line in lines}
    if len(triples) != n_triples:
        sys.exit(f"pykeen's {graph} has {len(triples)} triples, but {n_triples} were expected. They were not used.")
    entities = sorted({name for head, _, tail in triples for name in (head, tail)})
    relations = sorted({relation for _, relation, _ in triples})
    entity = {name: place for place, name in enumerate(entities)}
    relation = {name: place for place, name in enumerate(relations)}
    holds = np.zeros((len(entities), len(relations), len(entities)), np.uint8)
    for head, name, tail in triples:
        holds[entity[head], relation[name], entity[tail]] = 1
    roles = np.concatenate([holds, holds.transpose(2, 1, 0)], axis=1).reshape(len(entities), -1)
    write_archive(folder / f"{graph}.npz", {"roles": roles, "links": holds.sum(axis=1, dtype=np.uint8)}, stimulus_names=entities)
    write_set_card(
        folder, f"{graph}.npz", expected,
        licence="MIT (package); a public benchmark",
        source=requirement("pykeen"),
        **fields,
    )
