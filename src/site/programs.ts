// Serves every program and contract as a file of the site, for the download links: /programs/<chapter>/<name>.ts
import type { AstroIntegration } from 'astro';

export function programRoute(): AstroIntegration {
  return {
    name: 'programs',
    hooks: {
      'astro:config:setup': ({ injectRoute }) => {
        injectRoute({ pattern: '/programs/[...path]', entrypoint: './src/site/program-endpoint.ts', prerender: true });
      },
    },
  };
}
