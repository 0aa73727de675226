// Lessons use the course's components without an import line. Imports are appended, so that line numbers in errors stay right.
import type { Plugin } from 'vite';

/** What an author may write in a lesson; `Name` is src/components/Name.astro. */
const lessonComponents = ['Program', 'Answer', 'Hint', 'Solution', 'Exercise', 'Home'] as const;

export function autoImport(): Plugin {
  return {
    name: 'lesson-components',
    enforce: 'pre',
    transform: {
      filter: { id: /\/lessons\/.*\.mdx(\?|$)/ },
      handler(code) {
        const used = lessonComponents.filter((name) => new RegExp(`<${name}\\b`).test(code));
        const lines = used.map((name) => `import ${name} from '@/components/${name}.astro';`);
        return lines.length > 0 ? { code: `${code}\n\n${lines.join('\n')}\n`, map: null } : undefined;
      },
    },
  };
}
