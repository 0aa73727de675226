// Where the site lives: one place for addresses; a deployment sets SITE_URL and SITE_BASE, GitHub sets GITHUB_REPOSITORY.

const repository = process.env['GITHUB_REPOSITORY'] ?? 'interleave-course/interleave';
const [owner = '', name = ''] = repository.split('/');

export const address = {
  site: process.env['SITE_URL'] ?? `https://${owner}.github.io`,
  /** Starts with "/" and does not end with one; empty for a site at the root of its host. */
  base: (process.env['SITE_BASE'] ?? `/${name}`).replace(/\/+$/, ''),
  repository: `https://github.com/${repository}`,
} as const;
