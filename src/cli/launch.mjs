// Starts the command line on a Node that can run TypeScript, with compiled code kept between starts.
// Plain JavaScript that an old Node can read: its only job besides is to say what is missing.
import module from 'node:module';
import { fileURLToPath } from 'node:url';

const oldest = 24;
const here = Number(process.versions.node.split('.')[0]);

if (here < oldest) {
  refuse(
    `the course needs Node ${oldest} or newer, and this is Node ${process.versions.node}`,
    'npm ci   (it brings the right Node for this folder alone), then start every command with npm: npm run course',
  );
} else {
  module.enableCompileCache(fileURLToPath(new URL('../../node_modules/.cache/course', import.meta.url)));
  try {
    const { start } = await import('./main.ts');
    await start(process.argv.slice(2));
  } catch (error) {
    if (!/^Cannot find package /.test(error?.message)) throw error;
    refuse('the packages of the course are not installed', 'npm ci');
  }
}

/**
 * @param {string} what
 * @param {string} fix
 */
function refuse(what, fix) {
  process.stderr.write(`${what}\n  fix: ${fix}\n`);
  process.exitCode = 3;
}
