"""Threads that take turns: one runs at a time, and another goes on only where the schedule says so."""
