// Runs test modules of CPython's asyncio on its own loop and on the virtual one, and says per module what came of it.
import { join } from 'node:path';
import { courseRoot } from '../../../src/course/files.ts';
import { locateCpython } from '../../../src/runtime/cpython/cpython.ts';
import { programEnvironment } from '../../../src/runtime/process/environment.ts';
import { runProcess } from '../../../src/runtime/process/run.ts';

/** Those that are about tasks, locks, queues, groups, limits, streams and sockets. Each runs in a process of its own. */
export const modules = [
  'test_buffered_proto',
  'test_context',
  'test_futures',
  'test_futures2',
  'test_locks',
  'test_pep492',
  'test_protocols',
  'test_queues',
  'test_runners',
  'test_server',
  'test_sock_lowlevel',
  'test_streams',
  'test_taskgroups',
  'test_tasks',
  'test_threads',
  'test_timeouts',
  'test_transports',
  'test_waitfor',
] as const;

/** ms for a module. */
const timeLimit = 300_000;

/** The version of the CPython that the tests run on, and the folder in which its own `test` package lies, if it has one. */
export async function ownTests(): Promise<{ version: string; folder: string | undefined }> {
  const { engine, executable } = await locateCpython(courseRoot(), []);
  const script = `try:
    import test.test_asyncio, os
    print(os.path.dirname(os.path.dirname(os.path.dirname(test.test_asyncio.__file__))))
except ImportError: print()`;
  const command = { command: executable, args: ['-c', script], cwd: courseRoot(), env: programEnvironment({}) };
  const { lines } = await runProcess(command, { file: executable, outputLimit: 10_000, timeLimit });
  const folder = lines.find(({ stream }) => stream === 'stdout')?.text;
  return { version: engine.version, folder: folder === '' ? undefined : folder };
}

/** By test, what came of it: "passes", "fails", "is skipped", "is refused: …". */
async function run(kind: 'own' | 'virtual', folder: string, module: string): Promise<Map<string, string>> {
  const { executable } = await locateCpython(courseRoot(), []);
  const args = [join(import.meta.dirname, 'harness.py'), kind, folder, module];
  const command = { command: executable, args, cwd: folder, env: programEnvironment({ PYTHONHASHSEED: '0' }) };
  const { lines } = await runProcess(command, { file: module, outputLimit: 1 << 24, timeLimit });
  return new Map(
    lines.flatMap(({ stream, text }) => {
      const [, test, said] = /^(\S+) (passes|fails|is skipped|is refused: .*)$/.exec(text) ?? [];
      return stream === 'stdout' && test !== undefined && said !== undefined ? [[test, said] as const] : [];
    }),
  );
}

/** The lines of one module in the stored results: its counts, then each test that CPython passes and the virtual loop does not. */
export async function resultsOf(folder: string, module: string): Promise<string[]> {
  const own = await run('own', folder, module);
  const virtual = await run('virtual', folder, module);
  const passed = [...own].flatMap(([test, said]) => (said === 'passes' ? [test] : []));
  const others = passed.flatMap((test) => {
    const said = virtual.get(test) ?? 'is not reached';
    return said === 'passes' ? [] : [`  ${test} ${said}`];
  });
  const equal = passed.length - others.length;
  return [`${module}: CPython passes ${passed.length}, the virtual loop ${equal} of them`, ...others.sort()];
}
