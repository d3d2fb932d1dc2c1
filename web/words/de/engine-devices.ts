import type { Catalogue } from '../words';

const LESS =
  'einen kleineren Batch, ein schmaleres Netz, weniger Stimuli oder Stellen auf einmal oder ein anderes Gerät wählen';

/** What the numbers are computed on, and why that failed: devices, memory, shapes, GGUF files and kept trainings. */
export const engineDevices: Catalogue = {
  '{0}: expected {1}, found {2}': '{0}: erwartet war {1}, gefunden wurde {2}',
  '{0}: both tensors must be on one device, found {1} and {2}':
    '{0}: Beide Tensoren müssen auf einem Gerät liegen, gefunden wurden {1} und {2}',
  '{0}: the gradient of this op has no gradient of its own here; ask for first gradients only':
    '{0}: Der Gradient dieser Operation hat hier selbst keinen Gradienten; nur erste Gradienten verlangen',
  '{0}: this decomposition runs on the CPU; move the tensor there with to_device first':
    '{0}: Diese Zerlegung läuft auf der CPU; den Tensor vorher mit to_device dorthin bringen',
  '{0}: a tensor {1} needs {2} bytes but {3} allows {4} in one buffer; {5}':
    '{0}: Ein Tensor {1} braucht {2} Byte, {3} erlaubt aber {4} in einem Puffer; {5}',
  '{0}: {1} needs {2} bytes more, and tensors already hold {3}; the limit is {4}; {5}':
    '{0}: {1} braucht {2} Byte mehr, und Tensoren halten schon {3}; die Grenze ist {4}; {5}',
  'choose a smaller batch, a narrower network, or fewer stimuli or sites at a time, or another device': LESS,
  '{0} bytes, as was set': '{0} Byte, wie eingestellt',
  '4294967296 bytes, all that WebAssembly can address':
    '4294967296 Byte, alles, was WebAssembly adressieren kann',
  'what this machine has free': 'was auf diesem Rechner frei ist',
  "a tensor's numbers were given up to a later computation; keep a handle of what is still read":
    'die Zahlen eines Tensors wurden einer späteren Rechnung überlassen; was noch gelesen wird, muss gehalten werden',
  'this browser offers no WebGPU adapter (it lacks WebGPU, has it turned off, or knows no graphics card)':
    'dieser Browser bietet keinen WebGPU-Adapter (er kennt WebGPU nicht, hat es abgeschaltet oder findet keine Grafikkarte)',
  'this machine offers no graphics adapter through Vulkan, Metal or DX12':
    'dieser Rechner bietet keinen Grafikadapter über Vulkan, Metal oder DX12',
  'the adapter {0} gave no device ({1})': 'der Adapter {0} gab kein Gerät ({1})',
  'the graphics device was lost (it was handed back); run again to start it anew, or choose the CPU':
    'das Grafikgerät ging verloren (es wurde zurückgegeben); noch einmal rechnen, um es neu zu starten, oder die CPU wählen',
  'the graphics device was lost ({0}: {1}); run again to start it anew, or choose the CPU':
    'das Grafikgerät ging verloren ({0}: {1}); noch einmal rechnen, um es neu zu starten, oder die CPU wählen',
  'the graphics device ran out of memory ({0}); choose a smaller batch, a narrower network, or fewer stimuli or sites at a time, or the CPU':
    'dem Grafikgerät ging der Speicher aus ({0}); einen kleineren Batch, ein schmaleres Netz, weniger Stimuli oder Stellen auf einmal oder die CPU wählen',
  'the graphics device refused a command ({0}); run again, or choose the CPU':
    'das Grafikgerät lehnte einen Befehl ab ({0}); noch einmal rechnen oder die CPU wählen',
  'asking the device for its progress failed ({0})':
    'das Gerät ließ sich nicht nach seinem Fortschritt fragen ({0})',
  'reading back {0} bytes failed ({1})': 'das Zurücklesen von {0} Byte schlug fehl ({1})',
  'waiting for the device failed ({0})': 'das Warten auf das Gerät schlug fehl ({0})',
  'reading back failed: the device was lost or closed':
    'das Zurücklesen schlug fehl: Das Gerät ging verloren oder wurde geschlossen',
  'a result was not computed': 'ein Ergebnis wurde nicht berechnet',
  'an op without a kernel': 'eine Operation ohne Kernel',
  'the kernel {0} takes no program at its end': 'der Kernel {0} nimmt am Ende kein Programm an',
  'no kernel {0}; there are {1}': 'es gibt keinen Kernel {0}; es gibt {1}',
  'conv2d runs there as unfolding and a product': 'conv2d läuft dort als Entfalten und ein Produkt',
  'sizes, stride and dilation above 0': 'Größen, Schrittweite und Dilatation über 0',
  'an output padding below the stride or the dilation':
    'ein Ausgaberand unter der Schrittweite oder der Dilatation',
  'an image larger than the padding that is cut off': 'ein Bild, größer als der Rand, der abgeschnitten wird',
  'a GGUF file': 'eine GGUF-Datei',
  'the file does not begin with GGUF': 'eine Datei, die nicht mit GGUF beginnt',
  "the tensor {0} {1} does not lie within the file's {2} bytes; was the file cut?":
    'der Tensor {0} {1} außerhalb der {2} Byte der Datei; wurde die Datei abgeschnitten?',
  'the tensors {0} and {1} overlap': 'die Tensoren {0} und {1}, die sich überlappen',
  'general.alignment is no whole number': 'general.alignment, das keine ganze Zahl ist',
  'general.alignment is {0}; expected a power of two':
    'general.alignment mit {0}; erwartet war eine Zweierpotenz',
  'there is no parameter {0}{1}': 'es gibt keinen Parameter {0}{1}',
  'there are two parameters named {0}; give one of the layers another name':
    'zwei Parameter heißen {0}; einer der Schichten einen anderen Namen geben',
  'this snapshot does not fit: {0}': 'dieser Zwischenstand passt nicht: {0}',
  'the training was cancelled': 'das Training wurde abgebrochen',
  'its header is cut off': 'sein Kopf ist abgeschnitten',
  'its {0} is {1}, not a number': 'sein {0} ist {1}, keine Zahl',
  '{0} is cut off': '{0} ist abgeschnitten',
  'it has {0} parameters, the network {1}': 'er hat {0} Parameter, das Netz {1}',
  "{0} is {1}, the network's {2}": '{0} ist {1}, im Netz {2}',
  "its {0} is {1}, the training's {2}": 'sein {0} ist {1}, im Training {2}',
  "it lacks the optimiser's {0}; it was kept by another optimiser":
    'ihm fehlt {0} des Optimierers; ein anderer Optimierer hat ihn aufbewahrt',
  'it is of {0} networks, this training of {1}': 'er ist von {0} Netzen, dieses Training von {1}',
};
