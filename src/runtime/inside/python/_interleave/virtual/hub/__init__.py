"""The hub of gevent on the virtual clock."""
