// The texts that `course new` writes: path below the course's root → text. A new snippet meets its contract at once.
import { sections } from '../../check/lessons/shape.ts';
import { templateProse } from '../../check/lessons/template.ts';

export type Files = Readonly<Record<string, string>>;

export function newLesson(id: string): Files {
  return { [`lessons/${id}.mdx`]: [frontMatter(id), question, ...body(id)].join('\n') };
}

/** It explains what the snippet that `course new` writes uses, as each lesson explains what it introduces. */
const question = `What an \`async function\` is, what \`await\`, \`Promise.resolve\` and \`Promise.all\` do, and in Python \`async def\`,
\`asyncio.sleep\`, \`asyncio.gather\` and \`asyncio.run\`. Which line comes first, and why?`;

function frontMatter(id: string): string {
  return `---
title: ${titleOf(id)}
description: ${templateProse.description}
minutes: { teach: 10, exercise: 10 }
needs: []
introduces: [async function, await, Promise.resolve, Promise.all, async def, asyncio.sleep, asyncio.gather, asyncio.run]
objectives:
  - ${templateProse.objective}
sources: []
---
`;
}

function body(id: string): string[] {
  return sections.map(({ heading }) => `\n## ${heading}\n\n${starts(id)[heading]}`).concat('');
}

function starts(id: string): Record<(typeof sections)[number]['heading'], string> {
  return {
    Predict: `Put the lines in order.\n\n<Program id="${id}" />\n\n<Answer>\n\n${templateProse.answer}\n\n</Answer>`,
    'Why this order': templateProse.rule,
    'TypeScript and Python': templateProse.languages,
    'Change it': `Change one line: what is printed then?\n\n<Answer>\n\n${templateProse.answer}\n\n</Answer>`,
    'The pitfall': `${templateProse.pitfall}\n\n<Program id="${id}" region="worker" />`,
    Exercise: `${templateProse.exercise}\n\n<Hint>\n\n${templateProse.hint}\n\n</Hint>\n\n<Solution>\n\n${templateProse.solution}\n\n</Solution>`,
    Remember: `- ${templateProse.remember}`,
  };
}

function titleOf(id: string): string {
  const words = (id.split('/')[1] ?? id).replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function newSnippet(id: string): Files {
  return {
    [`snippets/${id}.ts`]: typeScript,
    [`snippets/${id}.py`]: python,
    [`snippets/${id}.order`]: order,
  };
}

const typeScript = `// Two workers take turns: each gives way once before its last line.
// #region worker
async function worker(name: string): Promise<void> {
  console.log(\`\${name}: start\`);
  await Promise.resolve();
  console.log(\`\${name}: end\`);
}
// #endregion

await Promise.all([worker('a'), worker('b')]);
console.log('main: both are done');
`;

const python = `# Two workers take turns: each gives way once before its last line.
import asyncio


# region worker
async def worker(name: str) -> None:
    print(f"{name}: start")
    await asyncio.sleep(0)
    print(f"{name}: end")


# endregion


async def main() -> None:
    await asyncio.gather(worker("a"), worker("b"))
    print("main: both are done")


asyncio.run(main())
`;

const order = `a: start
b: start
a: end
b: end
main: both are done
`;
