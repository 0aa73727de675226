// What `npm run course -- run` costs beyond the program itself, against what `npm run` alone costs.
import { openCourse } from '../../src/course/course.ts';
import { courseRoot } from '../../src/course/files.ts';
import type { Ratio } from './measure.ts';
import { medians, ms } from './measure.ts';

export function commandOverhead(): Ratio {
  const root = courseRoot();
  const snippet = [...openCourse(root).snippets.values()][0];
  if (!snippet) throw new Error('the course has no snippet to run');
  const node = process.execPath;
  const run = (command: string, args: string[]) => ({ command, args, cwd: root });
  const [plain = 0, course = 0, bare = 0, nothing = 0] = medians(
    [
      run(node, [snippet.programs.ts.file]),
      run('npm', ['run', '--silent', 'course', '--', 'run', snippet.id, '--ts']),
      run('npm', ['run', '--silent', 'nothing']),
      run(node, ['-e', '0']),
    ],
    9,
  );
  const ours = course - plain;
  const npm = bare - nothing;
  return {
    ratio: ours / npm,
    limit: 1.5,
    words: `course run costs ${ms(ours)} over plain node, npm run itself ${ms(npm)}`,
  };
}
