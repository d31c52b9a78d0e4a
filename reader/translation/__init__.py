"""English for a sentence: engines, guards, the translation memory and the service that ties them."""
