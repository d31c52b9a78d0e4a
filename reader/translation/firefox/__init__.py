"""Firefox's Portuguese-English models: where they are, which is used, fetching one when asked, translating with it."""
