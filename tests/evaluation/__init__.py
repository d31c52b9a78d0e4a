"""How good the English is: `make evaluate`. Scores by sacrebleu, on FLORES dev or on any pair of files."""
