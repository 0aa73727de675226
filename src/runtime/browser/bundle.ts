// How a bundler makes the Worker. V8 writes the names of classes into its messages ("Class constructor URL cannot be invoked
// without 'new'"), so they stay as they are.

/** For the `worker` of Vite's configuration. */
export const workerBundle = {
  rolldownOptions: {
    output: { minify: { compress: true, mangle: { keepNames: { class: true, function: false } }, codegen: true } },
  },
};
