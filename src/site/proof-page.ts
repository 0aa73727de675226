// Adds the page /about/proof/ to the site: what is proven of the course, how, and what is not. It is no lesson.
import type { AstroIntegration } from 'astro';

/** Address below the site's base, and the name under which the sidebar and the home page lead to it. */
export const proofPage = { path: '/about/proof/', title: 'How the course is proven' } as const;

export function proofRoute(): AstroIntegration {
  return {
    name: 'proof-page',
    hooks: {
      'astro:config:setup': ({ injectRoute }) => {
        injectRoute({ pattern: proofPage.path, entrypoint: './src/components/pages/ProofPage.astro', prerender: true });
      },
    },
  };
}
