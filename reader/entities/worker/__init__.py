"""A process of its own that finds names, so that the screen's has its interpreter and its memory to itself.

A thread would do for numpy's matrix products, which release the interpreter, but not for the hundreds of small steps
between them, nor for the rules, which never release it.
"""
