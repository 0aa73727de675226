// After the build: a policy for each page, then the link check and the weight budgets over the whole site. Any fault fails the build.
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { CourseError } from '../error.ts';
import { withPolicy } from './csp.ts';
import { kilobytes } from './kilobytes.ts';
import { brokenLinks } from './links.ts';
import type { PageFacts } from './page-scan.ts';
import { scanPage } from './page-scan.ts';
import { weighTraces } from './trace-weight.ts';
import type { TraceWeights } from './trace-weight.ts';
import { withoutStyleAttributes } from './style-classes.ts';
import { newWeigher, overBudget, overOnDemandBudgets } from './weight.ts';

/** How many faults are printed beside the one that ends the build. */
const shownFaults = 9;

export function builtSite(base: string): AstroIntegration {
  return {
    name: 'built-site',
    hooks: {
      'astro:build:done': ({ dir, logger }) => {
        const report = finishSite(fileURLToPath(dir), base);
        const [first, ...others] = report.faults;
        for (const fault of others.slice(0, shownFaults)) logger.error(fault.message);
        if (others.length > shownFaults) logger.error(`and ${others.length - shownFaults} more like these`);
        if (first) throw first;
        logger.info(
          `${report.pages} pages; the heaviest first visit transfers ${kilobytes(report.heaviest)} kB, scripts on demand ${kilobytes(report.onDemand)} kB at most`,
        );
        const { count, average, heaviest } = report.traces;
        const [mean, most] = [average, heaviest].map(kilobytes);
        logger.info(`${count} traces of ${mean} kB on average, ${most} kB at most`);
      },
    },
  };
}

interface SiteReport {
  readonly pages: number;
  /** Bytes over gzip, of the page where they are most. */
  readonly heaviest: number;
  readonly onDemand: number;
  readonly traces: Omit<TraceWeights, 'faults'>;
  readonly faults: readonly CourseError[];
}

/** Writes the policies into the pages below `dist` and checks links and weights, those of the traces too. */
function finishSite(dist: string, base: string): SiteReport {
  const files = new Set(globSync('**/*', { cwd: dist }).map((path) => path.replaceAll('\\', '/')));
  const weigh = newWeigher(dist, base);
  const pages = new Map<string, PageFacts>();
  const faults: CourseError[] = [];
  let heaviest = 0;
  let onDemand = 0;
  for (const page of [...files].filter((path) => path.endsWith('.html')).sort()) {
    const file = join(dist, page);
    const html = withoutStyleAttributes(readFileSync(file, 'utf8'));
    const facts = scanPage(html);
    const final = withPolicy(html, facts);
    writeFileSync(file, final);
    pages.set(page, facts);
    const { firstVisit, later } = weigh(final, facts);
    heaviest = Math.max(heaviest, firstVisit);
    onDemand = Math.max(onDemand, ...Object.values(later));
    const heavy = overBudget(page, firstVisit);
    faults.push(...(heavy ? [heavy] : []), ...overOnDemandBudgets(page, later));
  }
  const { faults: heavyTraces, ...traces } = weighTraces(dist, files);
  faults.push(...brokenLinks({ base, pages, files }), ...heavyTraces);
  return { pages: pages.size, heaviest, onDemand, traces, faults };
}
