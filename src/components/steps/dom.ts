// Elements in one call each. Text goes in as text, never as markup.
import { laneColour, laneShape } from './lane-colour.ts';

export type Attributes = Readonly<Record<string, string | number | boolean>>;

/** An HTML element; an attribute that is `false` is left out, one that is `true` is empty. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  return filled(document.createElement(tag), attributes, children);
}

/** The same for SVG. */
export function s<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): SVGElementTagNameMap[K] {
  return filled(document.createElementNS('http://www.w3.org/2000/svg', tag), attributes, children);
}

/** Makes `parent` hold what these are, and touches only what differs: what stays costs the page neither layout nor paint. */
export function become(parent: Element, wanted: readonly Node[]): void {
  const held = [...parent.childNodes];
  for (const [index, node] of wanted.entries()) {
    const old = held[index];
    if (!old) parent.append(node);
    else if (!old.isEqualNode(node)) {
      const isSame = old instanceof Element && old.cloneNode(false).isEqualNode(node.cloneNode(false));
      if (isSame) become(old, [...node.childNodes]);
      else old.replaceWith(node);
    }
  }
  for (const old of held.slice(wanted.length)) old.remove();
}

/** A button that does `action`. */
export function button(label: string, action: () => void, attributes: Attributes = {}): HTMLButtonElement {
  const element = h('button', { type: 'button', ...attributes }, label);
  element.addEventListener('click', action);
  return element;
}

/** The bead of a lane, as a picture beside its name. */
export function bead(look: number): SVGSVGElement {
  const attributes = { class: `shape ${laneColour(look)}`, viewBox: '0 0 12 12', 'aria-hidden': 'true' };
  return s('svg', attributes, s('path', { d: laneShape(look) }));
}

/** Outlines of the signs on buttons, in a square of 16 by 16. */
const icons = {
  back: 'M12 2v12L3 8z',
  next: 'M4 2v12l9-6z',
  play: 'M2 3v10l6-5zM8 3v10l6-5z',
  pause: 'M4 3h3v10H4zM9 3h3v10H9z',
} as const;
export type IconName = keyof typeof icons;

/** A sign for a button that has its name in words besides. */
export function icon(name: IconName): SVGSVGElement {
  return s('svg', { class: 'icon', viewBox: '0 0 16 16', 'aria-hidden': 'true' }, s('path', { d: icons[name] }));
}

/** `content` with room: what is below it stays in place when it gets lower again, as long as its width is the same. */
export function roomy(content: HTMLElement): HTMLElement {
  const room = h('div', {}, content);
  let [width, height] = [0, 0];
  new ResizeObserver(([entry]) => {
    const now = entry?.contentRect ?? { width, height };
    height = now.width === width ? Math.max(height, now.height) : now.height;
    width = now.width;
    room.style.minHeight = `${height}px`;
  }).observe(content);
  return room;
}

function filled<E extends Element>(element: E, attributes: Attributes, children: readonly (Node | string)[]): E {
  for (const [name, value] of Object.entries(attributes))
    if (value !== false) element.setAttribute(name, value === true ? '' : String(value));
  element.append(...children);
  return element;
}
