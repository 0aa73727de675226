"""What happens in a program on the virtual clock, step by step, as the events of src/trace/events.ts."""
