// Every link of a built page leads to a file of the site, every #fragment to an id on that page.
import { CourseError } from '../error.ts';
import type { PageFacts } from './page-scan.ts';

/** Pages by path below the site ("chapter/name/index.html") and the paths of all files. */
export interface BuiltSite {
  /** "/interleave", or "" at the root of a host. */
  readonly base: string;
  readonly pages: ReadonlyMap<string, PageFacts>;
  readonly files: ReadonlySet<string>;
}

export function brokenLinks(site: BuiltSite): CourseError[] {
  return [...site.pages].flatMap(([page, facts]) =>
    [...new Set(facts.links)].flatMap((link) => {
      const what = fault(site, page, link);
      const fix = 'correct the link in the lesson; links to lessons read /chapter/name/';
      return what === undefined ? [] : [new CourseError({ what, where: { file: `dist/${page}` }, fix })];
    }),
  );
}

function fault(site: BuiltSite, page: string, link: string): string | undefined {
  const here = `http://site${site.base}/${page.replace(/index\.html$/, '')}`;
  const url = URL.canParse(link, here) ? new URL(link, here) : undefined;
  if (!url) return `"${link}" is no address`;
  if (url.host !== 'site' || !/^https?:$/.test(url.protocol)) return undefined;
  const path = decodeURIComponent(url.pathname);
  if (!path.startsWith(`${site.base}/`)) return `"${link}" leaves the site (its base is ${site.base}/)`;
  const target = fileOf(site, path.slice(site.base.length + 1));
  if (target === undefined) return `"${link}" leads nowhere`;
  const fragment = decodeURIComponent(url.hash.slice(1));
  const run = /^(.+\.(?:ts|py)\.\d+)\/(?:steps|events|lines)\/\d+$/.exec(fragment)?.[1];
  if (run !== undefined) return site.files.has(`traces/${run}.json`) ? undefined : `"${link}" is no step of a run`;
  const ids = site.pages.get(target)?.ids;
  if (fragment !== '' && fragment !== '_top' && ids && !ids.has(fragment))
    return `"${link}": that page has no "#${fragment}"`;
  return undefined;
}

function fileOf(site: BuiltSite, path: string): string | undefined {
  const candidates = [path, `${path}index.html`, `${path}/index.html`].map((name) => name.replace(/^\//, ''));
  return candidates.find((name) => site.files.has(name));
}
