"""A small builder of ONNX graphs: every method returns the name of the value that it adds."""
import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

FLOAT, INT64 = TensorProto.FLOAT, TensorProto.INT64
OPSET = 17
#: Above this many bytes of constants the checker would need a second copy of a graph near protobuf's 2 GB.
CHECKED_BYTES = 1.5e9


class Graph:
    """Nodes and constants in the order in which they are added."""

    def __init__(self):
        self.nodes, self.constants, self.n_values = [], [], 0

    def constant(self, array, name=None):
        """Any array, in its own type."""
        name = name or f"c{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def ints(self, *values):
        """A list of whole numbers, as axes and shapes are given."""
        return self.constant(np.array(values, np.int64))

    def scalar(self, value):
        """One f32 number."""
        return self.constant(np.array(value, np.float32))

    def op(self, kind, *inputs, out=None, **attributes):
        """A node with one output, named `out` if that is given."""
        self.n_values += 1
        name = out or f"v{self.n_values}"
        self.nodes.append(helper.make_node(kind, list(inputs), [name], **attributes))
        return name

    def save(self, path, inputs, outputs):
        """Checks the graph and writes it. `inputs` and `outputs` are `{name: (type, shape)}`."""
        infos = [
            [helper.make_tensor_value_info(name, kind, shape) for name, (kind, shape) in values.items()]
            for values in (inputs, outputs)
        ]
        graph = helper.make_graph(self.nodes, "graph", *infos, self.constants)
        opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid("com.microsoft", 1)]
        model = helper.make_model(graph, opset_imports=opsets)
        model.ir_version = 8
        if sum(len(constant.raw_data) for constant in self.constants) < CHECKED_BYTES:
            onnx.checker.check_model(model)
        path.parent.mkdir(parents=True, exist_ok=True)
        onnx.save(model, path)
