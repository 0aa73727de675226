// What one step of a long trace costs the page: the time of the main thread for a frame that shows another step, its style,
// layout and paint included, against frames that show nothing new or one other word, by turns in one Chromium.
import { chromium } from 'playwright-core';
import type { CDPSession, Locator, Page } from 'playwright-core';
import { findBrowser, noBrowser } from '../../src/cli/project/browser.ts';
import { openCourse } from '../../src/course/course.ts';
import { courseRoot } from '../../src/course/files.ts';
import { compile } from '../../src/runtime/traced/compile/compile.ts';
import { runInRealm } from '../../src/runtime/realm/realm.ts';
import { address } from '../../src/site/address.ts';
import { recorder } from '../../src/trace/recorder.ts';
import { narrationOf } from '../../src/trace/narrate/narration.ts';
import { serveSite } from '../browser/serve.ts';
import type { Ratio } from './measure.ts';

/** Events of the trace; each is a step. */
const length = 2000;

/** ms of the main thread that a step may take. */
const goal = 8;

const rounds = 10;
const frames = 40;

/** Eight downloads in turns, each with timers, microtasks and output. */
const program = `const arrived: string[] = [];
async function download(page: string): Promise<string> {
  for (let part = 0; part < 16; part++) {
    await new Promise((resolve) => setTimeout(resolve, 10 + part));
    queueMicrotask(() => arrived.push(page));
    console.log(\`\${page}: part \${part}\`);
  }
  return page.toUpperCase();
}
const pages = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
console.log((await Promise.all(pages.map(download))).join(' '));
`;

/** As the site serves a run. */
function servedTrace(): string {
  const { tracer, events } = recorder();
  runInRealm(compile(program, { file: 'downloads.ts' }), { tracer });
  const cut = events.slice(0, length);
  if (cut.length < length) throw new Error(`the program of the benchmark has ${cut.length} events only`);
  return JSON.stringify({ engine: 'traced 1', cause: 'none', seed: 1, events: cut, ...narrationOf(cut) });
}

/** What each frame shows: nothing new, another word in the title, or a step so many further. */
const walks = {
  empty: { from: 0, by: 0 },
  word: { from: 0, by: NaN },
  forward: { from: 1000, by: 1 },
  back: { from: 1000, by: -1 },
  jump: { from: 0, by: 977 },
} as const;
type Walk = keyof typeof walks;

/** Frames of one other word that a step may cost. */
const limits = { forward: 4.5, back: 4.5, jump: 9 } as const;

export async function step(): Promise<Ratio[]> {
  const executablePath = findBrowser();
  if (executablePath === undefined) throw noBrowser();
  const { origin, stop } = await serveSite();
  // frames as fast as they come, as when a key is held down
  const args = ['--no-sandbox', '--disable-gpu', '--disable-frame-rate-limit', '--disable-gpu-vsync'];
  const browser = await chromium.launch({ executablePath, args });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    const slider = await openTrace(page, origin);
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const times = { empty: Infinity, word: Infinity, forward: Infinity, back: Infinity, jump: Infinity };
    for (let round = 0; round < rounds; round++) {
      // the round that the machine disturbed least
      for (const walk of Object.keys(walks) as Walk[])
        times[walk] = Math.min(times[walk], await perFrame(session, slider, walk));
    }
    return ratios(times);
  } finally {
    await browser.close();
    await stop();
  }
}

/** Opens the first step-through of the course, with the long trace in place of its own. */
async function openTrace(page: Page, origin: string): Promise<Locator> {
  const [lesson] = openCourse(courseRoot()).lessons;
  await page.route('**/traces/**', (route) => route.fulfill({ contentType: 'application/json', body: servedTrace() }));
  await page.goto(`${origin}${address.base}/${lesson?.id}/`, { waitUntil: 'networkidle' });
  const steps = page.locator('step-through').first();
  await steps.locator('summary').first().click();
  const slider = steps.getByRole('slider');
  await slider.waitFor();
  const last = Number(await slider.getAttribute('max'));
  if (last !== length) throw new Error(`the page steps through ${last} steps, not ${length}`);
  return slider;
}

/** ms that the main thread needs for a frame of such a walk. */
async function perFrame(session: CDPSession, slider: Locator, walk: Walk): Promise<number> {
  const before = await taskTime(session);
  await slider.evaluate(
    async (element: HTMLInputElement, { from, by, count }) => {
      for (let frame = 0; frame < count; frame++) {
        const [title] = document.getElementsByTagName('h1');
        if (Number.isNaN(by) && title) title.textContent = `Frame ${frame}`;
        else if (by !== 0) {
          element.value = String((from + frame * by) % Number(element.max));
          element.dispatchEvent(new Event('input'));
        }
        await new Promise(requestAnimationFrame);
      }
    },
    { ...walks[walk], count: frames },
  );
  return ((await taskTime(session)) - before) / frames;
}

/** ms of the thread, not of the clock: what other processes take does not count. */
async function taskTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN);
}

function ratios({ empty, word, ...steps }: Record<Walk, number>): Ratio[] {
  const slower = Math.max(steps.forward, steps.back);
  const frames = `a frame of one other word ${ms(word)}, an empty one ${ms(empty)}`;
  const walked = (['forward', 'back', 'jump'] as const).map((name) => ({
    ratio: steps[name] / word,
    limit: limits[name],
    words: `${name}: ${ms(steps[name])} a step of ${length}, ${frames}`,
  }));
  return [...walked, { ratio: slower / goal, limit: 1, words: `${ms(slower)} a step, the goal is ${ms(goal)}` }];
}

function ms(value: number): string {
  return `${value.toFixed(2)} ms`;
}
