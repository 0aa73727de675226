// How a run is walked: by which steps, how fast it plays, its address, and which keys there are.
import type { Walk } from '../bench/address.ts';
import type { Controls } from './controls.ts';
import { button, h } from './dom.ts';
import type { Player } from './player.ts';

const titles: Record<Walk, string> = { short: 'Short steps', events: 'Every event', lines: 'Every line' };

export function optionsOf(player: Player, { speed, toggleHelp }: Controls, hash: () => string): HTMLElement {
  const options = player.walks.map((walk) => {
    return h('option', { value: walk }, `${titles[walk]} (${player.stepsOf(walk).length - 1})`);
  });
  const select = h('select', { 'aria-label': 'Which steps' }, ...options);
  const show = () => (select.value = player.walk);
  select.addEventListener('change', () => {
    const walk = player.walks.find((one) => one === select.value);
    if (walk) player.setWalk(walk);
  });
  player.on('steps', show);
  show();
  return h(
    'div',
    { class: 'options' },
    select,
    speed,
    linkOf(player, hash),
    button('Keys', toggleHelp, { class: 'keys-button' }),
  );
}

function linkOf(player: Player, hash: () => string): HTMLElement {
  const copy = () => {
    history.replaceState(null, '', hash());
    navigator.clipboard.writeText(location.href).then(
      () => (link.textContent = 'Link copied'),
      () => (link.textContent = 'See the address bar'),
    );
  };
  const link = button('Link', copy, { title: 'Link to this step' });
  player.on('step', () => (link.textContent = 'Link'));
  return link;
}
