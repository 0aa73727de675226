// How what is preloaded starts: where its variable is set. If anything fails here, the program runs as without it.

/** Calls `install` with the value of the environment variable. */
export function start(variable: string, install: (value: string) => void): void {
  try {
    const value = process.env[variable];
    if (value) install(value);
  } catch {
    // the program runs alone
  }
}
