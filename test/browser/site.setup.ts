// The built sites, served once for all tests of their pages.
import type { TestProject } from 'vitest/node';
import { serveSite } from './serve.ts';
import type { Served, SiteName } from './serve.ts';

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  // one after the other: both builds need the whole machine
  const course = await serveSite('course');
  const full = await serveSite('full');
  project.provide('sites', { course: place(course), full: place(full) });
  return async () => {
    await Promise.all([course.stop(), full.stop()]);
  };
}

type Place = Pick<Served, 'origin' | 'folder'>;

function place({ origin, folder }: Served): Place {
  return { origin, folder };
}

declare module 'vitest' {
  interface ProvidedContext {
    sites: Record<SiteName, Place>;
  }
}
