"""Training the recogniser: ``python -m reader.entities.train --help``. Needs the extra ``train``."""
