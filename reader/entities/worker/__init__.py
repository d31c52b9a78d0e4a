"""A process of its own that finds names, so that the screen's has its interpreter and its memory to itself.

A thread would not do: numpy releases the interpreter in its matrix products but not around the hundreds of small
steps between them, and rules never do. Measured beside a stand-in of an encoder and an LSTM in numpy, on two busy
cores: a tick of 5 ms came 17 ms late in the 99th percentile (1.9 ms in the middle) beside a thread, 8 ms (0.1 ms)
beside a process, which is what it was with nothing to do. The process takes 28 MB with rules, 95 MB while 10 MB of text
are read, and only while there is something to read and half a minute after.
"""
