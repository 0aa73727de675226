// A Starlight as it comes, with the same pages: programs, contracts and outputs as plain fenced code in tabs.
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { textOf, readStoredRecording } from '../../src/recorded/recordings.ts';
import { courseRoot } from '../../src/course/files.ts';
import type { Snippet } from '../../src/course/snippets.ts';
import type { Language } from '../../src/languages.ts';
import { languageNames, languages } from '../../src/languages.ts';
import type { Page } from './generated-course.ts';

const config = `import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
export default defineConfig({
  integrations: [starlight({ title: 'Bare', sidebar: [{ label: 'Lessons', items: [{ autogenerate: { directory: '.' } }] }] })],
});
`;

const collections = `import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`;

export function writeBareSite(root: string, pages: readonly Page[]): void {
  write(
    join(root, 'package.json'),
    '{ "type": "module", "dependencies": { "astro": "*", "@astrojs/starlight": "*" } }\n',
  );
  write(join(root, 'astro.config.mjs'), config);
  write(join(root, 'src', 'content.config.ts'), collections);
  write(join(root, 'src', 'content', 'docs', 'index.mdx'), '---\ntitle: Bare\n---\n');
  // packages that the site does not find in a folder of its own are not taken as parts of Astro
  symlinkSync(join(courseRoot(), 'node_modules'), join(root, 'node_modules'), 'junction');
  for (const page of pages) write(join(root, 'src', 'content', 'docs', `${page.id}.mdx`), plainPage(page));
}

function plainPage({ text, lesson, course }: Page): string {
  const body = text
    .slice(text.indexOf('\n---\n') + 5)
    .replaceAll(/<(Snippet|Predict) ([^>]*?)\/?>/g, (_tag, _name, attributes: string) => {
      const snippet = course.snippets.get(/id="([^"]*)"/.exec(attributes)?.[1] ?? '');
      return snippet ? `\n\n${tabs(snippet)}\n\n` : '';
    })
    .replaceAll(/<(Answer|Hint|Solution)>/g, '\n<details>\n<summary>$1</summary>\n')
    .replaceAll(/<\/(Answer|Hint|Solution)>/g, '\n</details>\n')
    .replaceAll('</Predict>', '')
    .replaceAll(/\]\(\/[^)]*\)/g, '](#)');
  const { title, description } = lesson.data;
  const head = `---\ntitle: ${JSON.stringify(title)}\ndescription: ${JSON.stringify(description)}\n---\n`;
  return `${head}\nimport { Tabs, TabItem } from '@astrojs/starlight/components';\n${body}`;
}

function tabs(snippet: Snippet): string {
  const items = languages.map(
    (language) => `<TabItem label="${languageNames[language]}">\n\n${twin(snippet, language)}\n\n</TabItem>`,
  );
  return `<Tabs syncKey="language">\n${items.join('\n')}\n</Tabs>`;
}

function twin(snippet: Snippet, language: Language): string {
  const stored = readStoredRecording(snippet, language);
  const printed = stored.state === 'fresh' ? textOf(stored.recording.lines, 'stdout').join('\n') : '';
  const fences = [
    fence(language, snippet.programs[language].text),
    fence('text', printed),
    fence('text', snippet.contracts[language].text),
  ];
  return fences.join('\n\n');
}

function fence(language: string, text: string): string {
  return `\`\`\`\`${language}\n${text.trimEnd()}\n\`\`\`\``;
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
