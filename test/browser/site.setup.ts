// The built site, served once for all tests of its pages.
import type { TestProject } from 'vitest/node';
import { serveSite } from './serve.ts';

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { origin, folder, stop } = await serveSite();
  project.provide('siteFolder', folder);
  project.provide('siteOrigin', origin);
  return stop;
}

declare module 'vitest' {
  interface ProvidedContext {
    siteFolder: string;
    siteOrigin: string;
  }
}
