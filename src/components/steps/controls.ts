// The controls of a step-through: previous, play, next, a slider, a number, and the keys that do the same.
import { button, h, icon } from './dom.ts';
import type { IconName } from './dom.ts';
import type { Player } from './player.ts';

/** Steps a second; the reader's choice multiplies it. */
const speeds = [0.5, 1, 2, 4];

export interface Controls {
  readonly element: HTMLElement;
  /** How fast it plays. */
  readonly speed: HTMLElement;
  readonly toggleHelp: () => void;
  /** For a key pressed anywhere inside the step-through; one that moved it already moves it no more. */
  readonly key: (event: KeyboardEvent) => void;
  readonly isPlaying: () => boolean;
  /** The slider has the focus, and says each step itself. */
  readonly speaks: () => boolean;
  /** Stops playing. */
  readonly stop: () => void;
}

/** What the controls move: a player, or both twins at once. `prints`: the places at which a line is printed. */
export type Walked = Pick<Player, 'place' | 'last' | 'goTo' | 'on'> & { readonly prints?: readonly number[] };

/** `unit` is what a place is called: "Step"; `spoken` says it aloud for the slider. */
export function controlsOf(player: Walked, unit: string, spoken: () => string): Controls {
  const back = iconButton('back', 'Previous', () => player.goTo(player.place - 1));
  const next = iconButton('next', 'Next', () => player.goTo(player.place + 1));
  const playing = playOf(player);
  const slider = h('input', { type: 'range', min: 0, step: 1, 'aria-label': unit });
  const number = h('input', { type: 'number', min: 0, step: 1, 'aria-label': `${unit} number`, inputmode: 'numeric' });
  const count = h('span');
  slider.addEventListener('input', () => player.goTo(slider.valueAsNumber));
  number.addEventListener('change', () => {
    player.goTo(number.valueAsNumber);
    show();
  });
  const show = () => {
    const { place, last } = player;
    slider.max = number.max = String(last);
    slider.value = number.value = String(place);
    slider.setAttribute('aria-valuetext', spoken());
    count.textContent = `of ${last}`;
    // not `disabled`: that would take the focus away from under a reader's finger
    back.setAttribute('aria-disabled', String(place === 0));
    next.setAttribute('aria-disabled', String(place === last));
  };
  player.on('step', show);
  show();
  const place = h('label', { class: 'place' }, h('span', { class: 'unit' }, unit), ' ', number, ' ', count);
  const buttons = h('div', { class: 'row' }, back, playing.button, next);
  const help = helpOf();
  const element = h(
    'div',
    { class: 'controls', role: 'group', 'aria-label': `${unit}s` },
    buttons,
    slider,
    place,
    help,
  );
  const toggleHelp = () => help.toggleAttribute('hidden');
  return {
    element,
    speed: playing.speed,
    toggleHelp,
    key: (event) => pressed(event, player, { ...playing, toggleHelp }),
    isPlaying: playing.isPlaying,
    speaks: () => document.activeElement === slider,
    stop: playing.stop,
  };
}

function iconButton(name: IconName, label: string, action: () => void): HTMLButtonElement {
  const element = button('', action, { 'aria-label': label, title: label });
  element.append(icon(name));
  return element;
}

interface Playing {
  readonly button: HTMLElement;
  readonly speed: HTMLElement;
  readonly toggle: () => void;
  readonly isPlaying: () => boolean;
  readonly stop: () => void;
}

function playOf(player: Walked): Playing {
  let timer: ReturnType<typeof setInterval> | undefined;
  const look = (name: IconName, label: string) => {
    play.replaceChildren(icon(name));
    play.ariaLabel = play.title = label;
  };
  const stop = () => {
    clearInterval(timer);
    timer = undefined;
    look('play', 'Play');
  };
  const start = () => {
    clearInterval(timer);
    timer = setInterval(advance, 1000 / Number(speed.value));
    look('pause', 'Pause');
  };
  const advance = () => {
    player.goTo(player.place + 1);
    if (player.place === player.last) stop();
  };
  const toggle = () => {
    if (timer !== undefined) return stop();
    if (player.place === player.last) player.goTo(0);
    start();
  };
  const play = iconButton('play', 'Play', toggle);
  const options = speeds.map((value) => h('option', { value, selected: value === 1 }, `${value}×`));
  const speed = h('select', { 'aria-label': 'Speed' }, ...options);
  speed.addEventListener('change', () => timer !== undefined && start());
  return { button: play, speed, toggle, isPlaying: () => timer !== undefined, stop };
}

/** The keys, and what each does; shown on "?". */
const keys = [
  ['→ or .', 'next'],
  ['← or ,', 'previous'],
  ['n, p', 'next and previous printed line'],
  ['Home, End', 'first and last'],
  ['Space', 'play and pause'],
  ['?', 'these keys'],
] as const;

function helpOf(): HTMLElement {
  const rows = keys.flatMap(([key, does]) => [h('dt', {}, h('kbd', {}, key)), h('dd', {}, does)]);
  return h('dl', { class: 'keys', hidden: true }, ...rows);
}

/** Keys as in `course step`; a control that has its own use for a key keeps it. */
function pressed(
  event: KeyboardEvent,
  player: Walked,
  { toggle, toggleHelp }: Pick<Playing, 'toggle'> & Pick<Controls, 'toggleHelp'>,
): void {
  const { target, key } = event;
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (!(target instanceof HTMLElement)) return;
  const range = target.matches('input[type=range]');
  if (target.matches('select') || (target.matches('input[type=number]') && key !== ',' && key !== '.')) return;
  if (key === ' ' && target.matches('button, summary, a, input:not([type=range])')) return;
  const { place, prints = [] } = player;
  const moves: Record<string, () => void> = {
    ArrowRight: () => player.goTo(place + 1),
    '.': () => player.goTo(place + 1),
    ArrowLeft: () => player.goTo(place - 1),
    ',': () => player.goTo(place - 1),
    n: () => player.goTo(prints.find((one) => one > place) ?? player.last),
    p: () => player.goTo(prints.findLast((one) => one < place) ?? 0),
    Home: () => player.goTo(0),
    End: () => player.goTo(player.last),
    ' ': toggle,
    '?': toggleHelp,
  };
  const move = moves[key];
  if (!move || (range && (key.startsWith('Arrow') || key === 'Home' || key === 'End'))) return;
  event.preventDefault();
  move();
}
