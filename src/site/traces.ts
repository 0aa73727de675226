// Serves each stored run as a file of the site, for the step-through: /traces/<chapter>/<name>.ts.0.json
import type { AstroIntegration } from 'astro';

export function traceRoute(): AstroIntegration {
  return {
    name: 'traces',
    hooks: {
      'astro:config:setup': ({ injectRoute }) => {
        injectRoute({ pattern: '/traces/[...path]', entrypoint: './src/site/trace-endpoint.ts', prerender: true });
      },
    },
  };
}
