"""The analyses of two sets of activations: squared distances, linear CKA, ridge regression."""
import numpy as np
from graph import FLOAT, Graph

ROWS, UNITS, TARGETS, ALPHA = 1000, 768, 500, 10.0
X = (FLOAT, [ROWS, UNITS])


def make(out):
    rdm(out / "rdm-1000x768.onnx")
    cka(out / "cka-1000x768.onnx")
    ridge(out / "ridge-1000x768-500.onnx")


def transposed(graph, x):
    return graph.op("Transpose", x, perm=[1, 0])


def rdm(path):
    """D[i, j] = ‖x_i‖² + ‖x_j‖² − 2 x_i·x_j."""
    graph = Graph()
    squares = graph.op("ReduceSum", graph.op("Mul", "x", "x"), graph.ints(1), keepdims=1)
    products = graph.op("Mul", graph.op("MatMul", "x", transposed(graph, "x")), graph.scalar(-2))
    graph.op("Add", graph.op("Add", products, squares), transposed(graph, squares), out="d")
    graph.save(path, {"x": X}, {"d": (FLOAT, [ROWS, ROWS])})


def cka(path):
    """‖XᵀY‖² / (‖XᵀX‖ · ‖YᵀY‖) of column-centred X and Y, by Frobenius norms."""
    graph = Graph()
    x, y = (graph.op("Sub", name, graph.op("ReduceMean", name, axes=[0], keepdims=1)) for name in ("x", "y"))

    def squared_norm(a, b):
        product = graph.op("MatMul", transposed(graph, a), b)
        return graph.op("ReduceSum", graph.op("Mul", product, product), keepdims=0)

    norms = [graph.op("Sqrt", squared_norm(a, a)) for a in (x, y)]
    graph.op("Div", squared_norm(x, y), graph.op("Mul", *norms), out="cka")
    graph.save(path, {"x": X, "y": X}, {"cka": (FLOAT, [])})


def ridge(path):
    """W = (XᵀX + αI)⁻¹ XᵀY. ONNX has no solver; ONNX Runtime adds an inverse, on the CPU."""
    graph = Graph()
    xt = transposed(graph, "x")
    penalty = graph.constant(ALPHA * np.eye(UNITS, dtype=np.float32))
    gram = graph.op("Add", graph.op("MatMul", xt, "x"), penalty)
    inverse = graph.op("Inverse", gram, domain="com.microsoft")
    graph.op("MatMul", inverse, graph.op("MatMul", xt, "y"), out="w")
    graph.save(path, {"x": X, "y": (FLOAT, [ROWS, TARGETS])}, {"w": (FLOAT, [UNITS, TARGETS])})
