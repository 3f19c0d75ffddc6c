// What a user of the library handles is declared in the layers below.
@_exported public import Corpus
@_exported public import Curation
@_exported public import Encoder
@_exported public import Evaluation
@_exported public import Retrieval
