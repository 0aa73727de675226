"""Where in a program another strand could go on: a pass over its syntax tree puts hooks there, which hooks.py answers."""
