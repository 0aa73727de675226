// Route middleware: "last updated" from git. Starlight asks git only about src/content/docs; here one `git log` serves all lessons.
import { execFileSync } from 'node:child_process';
import { defineRouteMiddleware } from '@astrojs/starlight/route-data';

function lastCommits(): Map<string, Date> {
  const dates = new Map<string, Date>();
  const git = ['-c', 'core.quotepath=off', 'log', '--format=t:%ct', '--name-only', '--relative', '--', 'lessons'];
  let log: string;
  try {
    log = execFileSync('git', git, { encoding: 'utf8', maxBuffer: 2 ** 28, stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return dates; // not a checkout, or no git: pages show no date
  }
  let at = new Date(0);
  for (const line of log.split('\n')) {
    if (line.startsWith('t:')) at = new Date(Number(line.slice(2)) * 1000);
    else if (line !== '' && !dates.has(line)) dates.set(line, at);
  }
  return dates;
}

const commits = lastCommits();

export const onRequest = defineRouteMiddleware(({ locals }) => {
  const route = locals.starlightRoute;
  const date = commits.get(route.entry.filePath);
  if (route.entry.data.lastUpdated === undefined) route.lastUpdated = date;
});
