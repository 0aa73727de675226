"""The models: what a schedule may choose on the virtual clock, each a clock and a loop that asks."""
