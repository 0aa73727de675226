// Errors show what they show without us: places in the program's own text, and no frames of ours.
import { setSourceMapsSupport, SourceMap } from 'node:module';
import type { SourceMapping, SourceOrigin } from 'node:module';
import { ownFrames } from '../shared/own-frames.ts';

/**
 * From now on stacks name places in the text from which `map` leads. Returns what has to stand at the end of the new
 * text, so that Node also shows the line of an uncaught error as it was.
 */
export function restorePlaces(program: string, map: string): string {
  const parsed = JSON.parse(map) as ConstructorParameters<typeof SourceMap>[0];
  const content = { ...parsed, sources: [program] };
  const source = new SourceMap(content);
  Error.prepareStackTrace = (error, sites) =>
    [String(error), ...shownPlaces(sites.map(String))].map(original).join('\n    at ');
  setSourceMapsSupport(true);
  return `\n//# sourceMappingURL=data:application/json;base64,${Buffer.from(JSON.stringify(content)).toString('base64')}`;

  function original(place: string): string {
    return place.replace(/(file:[^)\s]+):(\d+):(\d+)/, (all, file: string, line: string, column: string) => {
      const origin = file === program ? source.findOrigin(Number(line), Number(column)) : {};
      return isOrigin(origin) ? `${file}:${origin.lineNumber}:${origin.columnNumber}` : all;
    });
  }
}

/** The program's places. What our wrapper was called as is what its callback would have been called as. */
function shownPlaces(places: readonly string[]): string[] {
  return places
    .filter((place) => !place.includes(ownFrames))
    .map((place) => {
      const below = places[places.indexOf(place) + 1] ?? '';
      const method = below.includes(ownFrames) ? /^\w+\.(?:.* \[as )?(_on\w+)/.exec(below)?.[1] : undefined;
      if (method === undefined) return place;
      return place.replace(/^(\w+)\.(<anonymous>|[\w$]+)/, (_, type: string, name: string) =>
        name === '<anonymous>' ? `${type}.${method}` : `${type}.${name} [as ${method}]`,
      );
    });
}

function isOrigin(origin: SourceOrigin | SourceMapping | object): origin is SourceOrigin {
  return 'lineNumber' in origin;
}
