// The one door through which Astro sees lessons/.
import { join } from 'node:path';
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { i18nLoader } from '@astrojs/starlight/loaders';
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { courseRoot } from './course/files.ts';
import { lessonExtension } from './course/schema.ts';

export const collections = {
  docs: defineCollection({
    loader: glob({ base: join(courseRoot(), 'lessons'), pattern: '**/[^_]*.{md,mdx}' }),
    schema: docsSchema({ extend: lessonExtension }),
  }),
  i18n: defineCollection({ loader: i18nLoader(), schema: i18nSchema() }),
};
