"""Translating and aligning in processes of their own, so that the screen's interpreter and memory are its own.

An engine can hold the interpreter's lock while it translates, crash or hang; a process is stopped without loss, and
gives its memory back when nothing was asked of it for half a minute.
"""
