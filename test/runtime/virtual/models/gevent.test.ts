// gevent's hub under schedules: its timers are compared by the time that libev keeps while it goes through them.
import { describe, expect, it } from 'vitest';
import { courseRoot } from '../../../../src/course/files.ts';
import { usualSchedule } from '../../../../src/explore/schedule.ts';
import { findCpython } from '../../../../src/runtime/cpython/cpython.ts';
import { outputOf, outputs, runsOf, withProgram } from './search.ts';

const withGevent = await findCpython(courseRoot(), ['gevent']).then(
  () => true,
  () => false,
);

const jobs = (...seconds: readonly number[]) => `# needs: gevent
import gevent
def job(name, seconds):
    gevent.sleep(seconds)
    print(name)
gevent.joinall([${seconds.map((time, index) => `gevent.spawn(job, '${'abc'.charAt(index)}', ${time})`).join(', ')}])
`;

describe.skipIf(!withGevent && !process.env['CI'])('gevent', () => {
  it.each(['usual', 'cpu', 'stalls', 'latency', 'ties'] as const)('runs under %s as it usually does', async (model) => {
    const [run] = await withProgram(jobs(0.2, 0.1), (program) => runsOf(program, model, [usualSchedule]));
    expect(run && outputOf(run)).toBe('b / a');
  });

  it('has outside waits end in any order', async () => {
    const all = ['a / b / c', 'a / c / b', 'b / a / c', 'b / c / a', 'c / a / b', 'c / b / a'];
    expect(await outputs(jobs(0.1, 0.2, 0.3), 'latency')).toEqual(all);
  });

  it('keeps a time limit on time', async () => {
    const text = `# needs: gevent
import gevent
with gevent.Timeout(0.1, False):
    gevent.sleep(0.2)
    print('slept')
print('ends')
`;
    expect(await outputs(text, 'latency')).toEqual(['ends']);
  });

  it('keeps equal sleeps in order, whatever the process does, and turns them round where they tie', async () => {
    expect(await outputs(jobs(0.1, 0.1), 'cpu')).toEqual(['a / b']);
    expect(await outputs(jobs(0.1, 0.1), 'ties')).toEqual(['a / b', 'b / a']);
  });

  it('sleeps so by time.sleep of a program that is patched', async () => {
    const text = `# needs: gevent
from gevent import monkey; monkey.patch_all()
import time, gevent
def job(name, seconds):
    time.sleep(seconds); print(name)
gevent.joinall([gevent.spawn(job, 'a', 0.1), gevent.spawn(job, 'b', 0.1)])
`;
    expect(await outputs(text, 'latency')).toEqual(['a / b', 'b / a']);
    expect(await outputs(text, 'ties')).toEqual(['a / b', 'b / a']);
    expect(await outputs(text, 'cpu')).toEqual(['a / b']);
  });

  it('keeps the time limit of wait() on time', async () => {
    const text = `# needs: gevent
import gevent
print(len(gevent.wait([gevent.spawn(gevent.sleep, 0.11)], timeout=0.1)))
`;
    expect(await outputs(text, 'latency')).toEqual(['0']);
  });

  it('ends what nothing can wake as gevent ends it', async () => {
    const text = '# needs: gevent\nimport gevent.event\ngevent.event.Event().wait()\n';
    const [run] = await withProgram(text, (program) => runsOf(program, 'cpu', [usualSchedule]));
    expect(run?.outcome.exit).toBe(1);
    expect(run?.outcome.stderr.join('\n')).toContain('LoopExit: This operation would block forever');
  });

  it('starts a short sleep late where the process stands still', async () => {
    expect(await outputs(jobs(0.11, 0.1), 'cpu')).toEqual(['a / b', 'b / a']);
    expect(await outputs(jobs(0.1, 0.11), 'cpu')).toEqual(['a / b']);
  });
});
