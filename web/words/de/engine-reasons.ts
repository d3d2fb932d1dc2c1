import type { Catalogue } from '../words';

/** Reasons that stand within a sentence on a file or a model that was refused. */
export const engineReasons: Catalogue = {
  '{0} were given': '{0} wurden gegeben',
  'name {0} is empty': 'Name {0} ist leer',
  '{0} is there twice': '{0} ist zweimal da',
  'a name is not UTF-8 text': 'ein Name ist kein UTF-8-Text',
  'the end of the header': 'das Ende des Kopfs',
  'True or False': 'True oder False',
  'a length below 2^64': 'eine Länge unter 2^64',
  'a length': 'eine Länge',
  'there are more': 'es sind mehr',
  'there are fewer': 'es sind weniger',
  'the packed bytes are not valid deflate': 'die gepackten Bytes sind kein gültiges deflate',
  'only the GELU with the exact error function is here':
    'hier gibt es nur die GELU mit der genauen Fehlerfunktion',
  'only absolute position embeddings are here': 'hier gibt es nur absolute Positions-Embeddings',
  'a head here has hidden_size / num_attention_heads numbers':
    'ein Kopf hat hier hidden_size / num_attention_heads Zahlen',
  'attention here sees the whole text before a token':
    'die Aufmerksamkeit sieht hier den ganzen Text vor einem Token',
  'only the expansion by 6 is here': 'hier gibt es nur die Erweiterung um 6',
};
