"""The memory as a tool: searched, counted, cleared, and exchanged with other programs."""
