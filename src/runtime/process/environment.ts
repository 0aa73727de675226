// The environment of a program under test: the reader's own, without the variables that would change what a program prints.

const unwanted = /^(FORCE_COLOR|NODE_.*|PYTHON(?!PATH$|HOME$).*)$/i;

/** The variables for a child: ours without `unwanted`, colors off, then `own`. */
export function programEnvironment(own: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !unwanted.test(name));
  return { ...Object.fromEntries(kept), NO_COLOR: '1', ...own };
}
