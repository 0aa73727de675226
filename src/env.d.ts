/// <reference types="astro/client" />
/// <reference types="@astrojs/starlight/locals" />

declare module '@pagefind/default-ui' {
  export class PagefindUI {
    constructor(options: object);
  }
}
