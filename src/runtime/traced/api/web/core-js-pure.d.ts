// The two classes of core-js that the engine takes: https://github.com/zloirock/core-js (its package has no types).
declare module 'core-js-pure/stable/url/index.js' {
  const value: typeof URL;
  export default value;
}
declare module 'core-js-pure/stable/url-search-params/index.js' {
  const value: typeof URLSearchParams;
  export default value;
}
