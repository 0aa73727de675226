// Wiring only: what the site is made of. Each part lives in src/site/ with its reason.
import { join } from 'node:path';
import mdx from '@astrojs/mdx';
import { satteri } from '@astrojs/markdown-satteri';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { openCourse } from './src/course/course.ts';
import { courseRoot } from './src/course/files.ts';
import { autoImport } from './src/site/auto-import.ts';
import { builtSite } from './src/site/built-site.ts';
import { contentWatch } from './src/site/content-watch.ts';
import { rowHeaders, siteLinks } from './src/site/markdown.ts';
import { address } from './src/site/address.ts';
import { programRoute } from './src/site/programs.ts';
import { proofRoute } from './src/site/proof-page.ts';
import { searchOnDemand } from './src/site/search.ts';
import { sidebarOf } from './src/site/sidebar.ts';
import { traceRoute } from './src/site/traces.ts';

const root = courseRoot();
process.env['COURSE_ROOT'] = root;
const course = openCourse(root);

export default defineConfig({
  site: address.site,
  base: address.base,
  outDir: process.env['SITE_OUT'] ?? './dist',
  trailingSlash: 'always',
  // one data store for `astro sync`, for the build and for vitest
  cacheDir: process.env['SITE_CACHE'] ?? './.astro',
  devToolbar: { enabled: false },
  redirects: Object.fromEntries(
    Object.entries(course.moved).map(([from, to]) => [`/${from}/`, `${address.base}/${to}/`]),
  ),
  markdown: { processor: satteri({ mdastPlugins: [siteLinks(address.base)], hastPlugins: [rowHeaders] }) },
  vite: {
    plugins: [autoImport(), contentWatch(root), searchOnDemand()],
    build: { rolldownOptions: { checks: { moduleLevelDirective: false } } },
  },
  integrations: [
    starlight({
      title: course.title,
      description: course.description,
      favicon: '/favicon.svg',
      logo: { src: './src/assets/mark.svg', alt: '' },
      customCss: ['./src/styles/index.css'],
      components: {
        PageTitle: './src/components/overrides/PageTitle.astro',
        Head: './src/components/overrides/Head.astro',
      },
      editLink: { baseUrl: `${address.repository}/edit/main/` },
      lastUpdated: true,
      tableOfContents: false,
      markdown: { processedDirs: [join(root, 'lessons')] },
      routeMiddleware: './src/site/route.ts',
      sidebar: sidebarOf(course),
    }),
    mdx(),
    programRoute(),
    traceRoute(),
    proofRoute(),
    builtSite(address.base),
  ],
});
