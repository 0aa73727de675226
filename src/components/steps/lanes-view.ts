// The lanes over time as a picture: bars where a lane runs, dotted gaps where it waits, beads where it prints. Drawn once;
// a step moves the cursor and the veil over what has not happened yet.
import { laneColour } from '../lane-colour.ts';
import { bead, h, s } from './dom.ts';
import type { Span, Track } from './lane-tracks.ts';
import { ticksOf, tracksOf } from './lane-tracks.ts';
import type { Player } from './player.ts';

/** px: height of a track and of the time axis, where its line lies, and its margins. */
const track = { height: 36, line: 26, axis: 18, margin: 10 };
/** px of a step at least and at most; px of a letter in a gap. */
const unit = { least: 7, most: 22, letter: 5.6 };

/** The picture; `looks` gives each lane its shape and colour. `width`: px that it may fill before it scrolls. */
export function lanesView(player: Player, looks: ReadonlyMap<number, number>, width: number): HTMLElement {
  const box = h('div', { class: 'score', tabindex: 0, role: 'group', 'aria-label': 'Lanes over the steps' });
  const draw = () => {
    const picture = pictureOf(player, looks, width);
    box.replaceChildren(picture.element);
    move = picture.move;
  };
  let move: (box: HTMLElement) => void;
  draw();
  player.on('steps', draw);
  player.on('step', () => move(box));
  requestAnimationFrame(() => move(box));
  return box;
}

interface Picture {
  readonly element: SVGSVGElement;
  readonly move: (box: HTMLElement) => void;
}

function pictureOf(player: Player, looks: ReadonlyMap<number, number>, width: number): Picture {
  const tracks = tracksOf(player);
  const inner = width - 2 * track.margin;
  const step = Math.min(unit.most, Math.max(unit.least, inner / Math.max(1, player.last)));
  const x = (place: number) => track.margin + place * step;
  const ticks = ticksOf(player);
  const axis = ticks.length > 0 ? track.axis : 0;
  const height = axis + tracks.length * track.height;
  const whole = Math.max(width, x(player.last) + track.margin);
  const veil = s('rect', { class: 'veil', y: axis, width: whole, height: height - axis });
  const cursor = s('path', { class: 'cursor', d: `M0 ${axis ? 6 : 0}V${height}` });
  const element = s(
    'svg',
    { 'aria-hidden': 'true', width: whole, height, viewBox: `0 0 ${whole} ${height}` },
    ...timeAxis(ticks, x, height),
    ...tracks.map((one, index) => trackOf(one, axis + index * track.height, x, looks)),
    veil,
    cursor,
  );
  element.addEventListener('click', ({ clientX }) =>
    player.goTo((clientX - element.getBoundingClientRect().left - track.margin) / step),
  );
  const move = (box: HTMLElement) => {
    const at = x(player.place);
    veil.setAttribute('x', String(at));
    cursor.setAttribute('transform', `translate(${at} 0)`);
    const room = box.clientWidth;
    if (at < box.scrollLeft + 24 || at > box.scrollLeft + room - 48) box.scrollLeft = at - room / 3;
  };
  return { element, move };
}

function timeAxis(ticks: ReturnType<typeof ticksOf>, x: (place: number) => number, height: number): SVGElement[] {
  let free = 0;
  return ticks.flatMap(({ place, clock }) => {
    const at = x(place);
    const line = s('path', { class: 'tick', d: `M${at} 14V${height}` });
    const label = `${clock} ms`;
    if (at < free) return [line];
    free = at + (label.length + 1) * unit.letter;
    return [line, s('text', { class: 'time', x: at, y: 10 }, label)];
  });
}

function trackOf(
  { name, lanes, spans, prints }: Track,
  top: number,
  x: (place: number) => number,
  looks: ReadonlyMap<number, number>,
): SVGGElement {
  const look = looks.get(lanes[0] ?? 0) ?? 0;
  const line = top + track.line;
  const label = bead(look);
  for (const [key, value] of Object.entries({ x: 1, y: top + 4, width: 9, height: 9 }))
    label.setAttribute(key, String(value));
  return s(
    'g',
    {},
    label,
    s('text', { class: 'name', x: 14, y: top + 12 }, name),
    s('g', { class: laneColour(look) }, ...spans.flatMap((span) => spanOf(span, line, x))),
    ...prints.map(({ place, text }) => {
      const shape = bead(look);
      for (const [key, value] of Object.entries({ x: x(place) - 5.5, y: line - 5.5, width: 11, height: 11 }))
        shape.setAttribute(key, String(value));
      shape.append(s('title', {}, text));
      return shape;
    }),
  );
}

function spanOf({ doing, from, to, on }: Span, line: number, x: (place: number) => number): SVGElement[] {
  const [left, right] = [x(from), x(to)];
  const said = on?.replace(/^it /, '');
  const bar = s('path', { class: doing, d: `M${left} ${line}H${right}` }, s('title', {}, said ?? doing));
  const room = Math.floor((right - left - 8) / unit.letter);
  if (said === undefined || room < 8) return [bar];
  const text = said.length <= room ? said : `${said.slice(0, room - 1)}…`;
  return [bar, s('text', { class: 'on', x: left + 4, y: line - 4 }, text)];
}
