"""Document → Record: a pure function of document, knowledge and lexicon. The cascade stands in `reader`."""
