"""What src/explore/ has in TypeScript, for an engine that runs here: choice points, policies, unknown times."""
