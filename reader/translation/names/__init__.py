"""Names hold: each name of a sentence is in its English, in the form that the glossary gives."""
