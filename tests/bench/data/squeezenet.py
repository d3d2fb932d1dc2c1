"""SqueezeNet 1.1 on eight images, up to the mean of its last convolution (without ReLU)."""
from graph import FLOAT, Graph
from safetensors.numpy import load_file

BATCH, SIDE, CLASSES = 8, 227, 1000
POOLS = (2, 5, 8)


def make(out, model):
    graph = Graph()
    names = {name: graph.constant(array, name) for name, array in load_file(model / "model.safetensors").items()}

    def conv(x, name, padding=0, stride=1):
        weight, bias = names[f"{name}.weight"], names[f"{name}.bias"]
        return graph.op("Conv", x, weight, bias, pads=[padding] * 4, strides=[stride] * 2)

    def relu(x):
        return graph.op("Relu", x)

    def fire(x, name):
        squeezed = relu(conv(x, f"{name}.squeeze"))
        narrow, wide = conv(squeezed, f"{name}.expand1x1"), conv(squeezed, f"{name}.expand3x3", padding=1)
        return graph.op("Concat", relu(narrow), relu(wide), axis=1)

    # 227 is odd, so TensorFlow's 'same' with stride 2 is one row and column on each side.
    x = relu(conv("x", "features.0", padding=1, stride=2))
    for i in range(2, 13):
        x = graph.op("MaxPool", x, kernel_shape=[3, 3], strides=[2, 2]) if i in POOLS else fire(x, f"features.{i}")
    x = graph.op("GlobalAveragePool", conv(x, "classifier.1"))
    graph.op("Reshape", x, graph.ints(BATCH, CLASSES), out="logits")
    inputs = {"x": (FLOAT, [BATCH, 3, SIDE, SIDE])}
    graph.save(out / "squeezenet-8.onnx", inputs, {"logits": (FLOAT, [BATCH, CLASSES])})
