// What Node says where a file cannot be loaded (lib/internal/errors.js).
import { coded } from '../api/arguments.ts';
import { isObject } from '../engine/object.ts';
import type { MissingError } from '../program.ts';
import type { ModuleRecord } from './record.ts';

export function missingFault({ message, code, url }: MissingError): Error {
  const error = coded(new Error(message), code);
  return url === undefined ? error : Object.assign(error, { url });
}

/** What require() of a script at `path` throws: no error of lib/internal/errors.js, so that its name has no code. */
export function unresolvedFault({ message, code }: MissingError, path: string): Error {
  return Object.assign(new Error(message), { code, requireStack: [path] });
}

/** ERR_REQUIRE_ASYNC_MODULE: `by` requires a module that waits somewhere. */
export function asyncGraphFault({ info }: ModuleRecord, by: ModuleRecord): Error {
  const message =
    'require() cannot be used on an ESM graph with top-level await. Use import() instead. To see where the top-level await comes from, ' +
    `use --experimental-print-required-tla.\nRequired module: ${info.path}\nRequire stack:\n- ${by.info.path}`;
  return coded(new Error(message), 'ERR_REQUIRE_ASYNC_MODULE');
}

/** Of a JSON file without `type: "json"`, and of the other way round (lib/internal/modules/esm/assert.js). */
export function attributeFault({ info }: ModuleRecord, attributes: unknown): Error | undefined {
  const type: unknown = isObject(attributes) ? Reflect.get(attributes, 'type') : undefined;
  if (info.format === 'json') {
    if (type === 'json') return undefined;
    const message = `Module "${info.url}" needs an import attribute of "type: json"`;
    return coded(new TypeError(message), 'ERR_IMPORT_ATTRIBUTE_MISSING');
  }
  if (type !== 'json') return undefined;
  const message = `Module "${info.url}" is not of type "json"`;
  return coded(new TypeError(message), 'ERR_IMPORT_ATTRIBUTE_TYPE_INCOMPATIBLE');
}
