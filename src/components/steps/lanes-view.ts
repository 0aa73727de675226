// The lanes over time as a picture: bars where a lane runs, dotted gaps where it waits, beads where it prints. Drawn once;
// a step moves the cursor and the veil over what has not happened yet.
import { inMs } from '../../trace/narrate/names.ts';
import { laneColour } from './lane-colour.ts';
import { bead, h, s } from './dom.ts';
import type { Span, Tick, Track } from './lane-tracks.ts';
import { ticksOf, tracksOf } from './lane-tracks.ts';
import type { Player } from './player.ts';
import { runningStrand } from './words.ts';

/** px: height of a track and of the time axis, where its line lies, and its margins. */
const track = { height: 24, line: 8, axis: 16, margin: 10 };
/** px of the column of names at most, of its letters, and of its beads. */
const column = { most: 132, letter: 6.2, bead: 18 };
/** px of a step at least and at most; px of a letter in a gap. */
const unit = { least: 7, most: 44, letter: 5.6 };

/** The picture; `looks` gives each lane its shape and colour. `width`: px that it may fill before it scrolls. */
export function lanesView(player: Player, looks: Looks, width: number): HTMLElement {
  const box = h('div', { class: 'score', tabindex: 0, role: 'group', 'aria-label': 'Lanes over the steps' });
  // read when they change, not at each step: that would lay the whole page out once more
  const seen = { left: 0, top: 0, room: width, tall: Infinity };
  const draw = () => {
    const picture = pictureOf(player, looks, width);
    box.replaceChildren(picture.element);
    move = () => {
      const { at, top = seen.top } = picture.move();
      const down = Math.min(top, Math.max(seen.top, top + track.height - seen.tall));
      if (down !== seen.top) box.scrollTop = seen.top = down;
      if (at > seen.left + column.most + 24 && at < seen.left + seen.room - 48) return;
      box.scrollLeft = seen.left = Math.max(0, at - seen.room / 3);
    };
    move();
  };
  let move: () => void;
  draw();
  box.addEventListener('scroll', () => ([seen.left, seen.top] = [box.scrollLeft, box.scrollTop]), { passive: true });
  new ResizeObserver(() => {
    [seen.room, seen.tall] = [box.clientWidth, box.clientHeight];
    move();
  }).observe(box);
  player.on('steps', draw);
  player.on('step', () => move());
  return box;
}

type Looks = ReadonlyMap<number, number>;

interface Picture {
  readonly element: HTMLElement;
  /** Shows the player's place; gives its distance from the left and that of the track that runs from the top, in px. */
  readonly move: () => { readonly at: number; readonly top: number | undefined };
}

function pictureOf(player: Player, looks: Looks, width: number): Picture {
  const tracks = tracksOf(player);
  const longest = Math.max(...tracks.map(({ name }) => name.length));
  const left = Math.min(column.most, width / 3, column.bead + longest * column.letter);
  const inner = width - left - 2 * track.margin;
  const step = Math.min(unit.most, Math.max(unit.least, inner / Math.max(1, player.last)));
  const x = (place: number) => left + track.margin + place * step;
  const ticks = ticksOf(player);
  const axis = ticks.length > 0 ? track.axis : 0;
  const height = axis + tracks.length * track.height;
  const whole = Math.max(width, x(player.last) + track.margin);
  const strands = s(
    'svg',
    { width: whole, height },
    ...timeAxis(ticks, x, { width: whole, height }),
    ...tracks.flatMap((one, index) => trackOf(one, axis + index * track.height + track.line, x, looks)),
  );
  const names = tracks.flatMap((one, index) => nameOf(one, axis + index * track.height, looks, left));
  const scale = axis > 0 ? [s('text', { class: 'time', x: 1, y: 10 }, 'not to scale')] : [];
  const [veil, cursor] = [h('div', { class: 'veil' }), h('div', { class: 'cursor' })];
  const named = s('svg', { class: 'names', width: left, height }, ...scale, ...names);
  const element = h('div', { class: 'picture', 'aria-hidden': 'true' }, strands, veil, cursor, named);
  element.addEventListener('click', ({ clientX }) =>
    player.goTo((clientX - strands.getBoundingClientRect().left - left - track.margin) / step),
  );
  const move = () => {
    const at = x(player.place);
    for (const part of [veil, cursor]) part.style.transform = `translateX(${at}px)`;
    const running = runningStrand(player.state())?.strand ?? -1;
    const index = tracks.findIndex((one) => one.strands.includes(running));
    return { at, top: index < 0 ? undefined : axis + index * track.height };
  };
  return { element, move };
}

function timeAxis(
  ticks: readonly Tick[],
  x: (place: number) => number,
  { width, height }: { readonly width: number; readonly height: number },
): SVGElement[] {
  let free = 0;
  return ticks.flatMap(({ place, clock }) => {
    const at = x(place);
    const line = s('path', { class: 'tick', d: `M${at} 14V${height}` });
    const label = inMs(clock);
    if (at < free) return [line];
    free = at + (label.length + 1) * unit.letter;
    const anchor = place > 0 && at + label.length * unit.letter > width ? 'end' : 'start';
    return [line, s('text', { class: 'time', x: at, y: 10, 'text-anchor': anchor }, label)];
  });
}

/** The drawing of a track; its name apart, to lie above the veil. */
function trackOf({ spans, prints }: Track, line: number, x: (place: number) => number, looks: Looks): SVGElement[] {
  const bars = spans.map((span) =>
    s('g', { class: laneColour(looks.get(span.strand) ?? 0) }, ...spanOf(span, line, x)),
  );
  const beads = prints.map(({ place, strand, text }) => {
    const shape = beadAt(looks.get(strand) ?? 0, x(place) - 5.5, line - 5.5, 11);
    shape.append(s('title', {}, text));
    return shape;
  });
  return [...bars, ...beads];
}

function nameOf({ name, strands }: Track, top: number, looks: Looks, width: number): SVGElement[] {
  const own = strands.length === 1 ? [beadAt(looks.get(strands[0] ?? 0) ?? 0, 1, top + 4, 9)] : [];
  const room = Math.floor((width - column.bead) / column.letter);
  const text = name.length <= room ? name : `${name.slice(0, room - 1)}…`;
  return [...own, s('text', { class: 'name', x: own.length > 0 ? 14 : 1, y: top + 12 }, text, s('title', {}, name))];
}

function beadAt(look: number, x: number, y: number, size: number): SVGElement {
  const shape = bead(look);
  for (const [name, value] of Object.entries({ x, y, width: size, height: size }))
    shape.setAttribute(name, String(value));
  return shape;
}

function spanOf({ activity, from, to, on }: Span, line: number, x: (place: number) => number): SVGElement[] {
  const [left, right] = [x(from), x(to)];
  const bar = s('path', { class: activity, d: `M${left} ${line}H${right}` }, s('title', {}, on ?? activity));
  const room = Math.floor((right - left - 8) / unit.letter);
  if (on === undefined || room < 8) return [bar];
  const text = on.length <= room ? on : `${on.slice(0, room - 1)}…`;
  return [bar, s('text', { class: 'on', x: left + 4, y: line + 11 }, text)];
}
