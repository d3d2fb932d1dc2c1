"""c = a · b of two square matrices."""
from graph import FLOAT, Graph


def make(out):
    for n in (512, 1024):
        graph, square = Graph(), (FLOAT, [n, n])
        graph.op("MatMul", "a", "b", out="c")
        graph.save(out / f"matmul-{n}.onnx", {"a": square, "b": square}, {"c": square})
