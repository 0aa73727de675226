"""What Interleave puts into a program that it runs. The underscore is on purpose: a program may be `interleave` itself."""
