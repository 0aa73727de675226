// The controls of a step-through: previous, next, play, speed, a slider, a number, and the keys that do the same.
import { button, h } from './dom.ts';
import type { Player } from './player.ts';

/** Steps a second; the reader's choice multiplies it. */
const speeds = [0.5, 1, 2, 4];

export interface Controls {
  readonly element: HTMLElement;
  /** For a key pressed anywhere inside the step-through; one that moved it already moves it no more. */
  readonly key: (event: KeyboardEvent) => void;
  /** Stops playing. */
  readonly stop: () => void;
}

/** What the controls move: a player, or both twins at once. */
export type Walk = Pick<Player, 'place' | 'last' | 'goTo' | 'on'>;

/** `unit` is what a place is called: "Step"; `spoken` says it aloud for the slider. */
export function controlsOf(player: Walk, unit: string, spoken: () => string): Controls {
  const back = button('Previous', () => player.goTo(player.place - 1));
  const next = button('Next', () => player.goTo(player.place + 1));
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
  const place = h('label', { class: 'place' }, `${unit} `, number, ' ', count);
  const buttons = h('div', { class: 'row' }, back, next, ...playing.elements);
  const element = h(
    'div',
    { class: 'controls', role: 'group', 'aria-label': `${unit}s` },
    buttons,
    h('div', { class: 'row' }, slider, place),
  );
  return { element, key: (event) => pressed(event, player, playing), stop: playing.stop };
}

interface Playing {
  readonly elements: readonly HTMLElement[];
  readonly toggle: () => void;
  readonly stop: () => void;
}

function playOf(player: Walk): Playing {
  let timer: ReturnType<typeof setInterval> | undefined;
  const stop = () => {
    clearInterval(timer);
    timer = undefined;
    play.textContent = 'Play';
  };
  const start = () => {
    clearInterval(timer);
    timer = setInterval(advance, 1000 / Number(speed.value));
    play.textContent = 'Pause';
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
  const play = button('Play', toggle, { class: 'play' });
  const options = speeds.map((value) => h('option', { value, selected: value === 1 }, `${value}×`));
  const speed = h('select', { 'aria-label': 'Speed' }, ...options);
  speed.addEventListener('change', () => timer !== undefined && start());
  return { elements: [play, speed], toggle, stop };
}

/** Keys as in `course step`; a control that has its own use for a key keeps it. */
function pressed(event: KeyboardEvent, player: Walk, playing: Playing): void {
  const { target, key } = event;
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (!(target instanceof HTMLElement)) return;
  const range = target.matches('input[type=range]');
  if (target.matches('select') || (target.matches('input[type=number]') && key !== ',' && key !== '.')) return;
  if (key === ' ' && target.matches('button, summary, a, input:not([type=range])')) return;
  const moves: Record<string, () => void> = {
    ArrowRight: () => player.goTo(player.place + 1),
    '.': () => player.goTo(player.place + 1),
    ArrowLeft: () => player.goTo(player.place - 1),
    ',': () => player.goTo(player.place - 1),
    Home: () => player.goTo(0),
    End: () => player.goTo(player.last),
    ' ': playing.toggle,
  };
  const move = moves[key];
  if (!move || (range && (key.startsWith('Arrow') || key === 'Home' || key === 'End'))) return;
  event.preventDefault();
  move();
}
