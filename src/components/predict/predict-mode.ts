// The prediction of one program: the reader puts its lines in order, and the contract on the page says whether that may come.
import type { Language } from '../../languages.ts';
import { parseContract } from '../../order/read/parse.ts';
import { checkOutput } from '../../order/judge/check.ts';
import { button, h } from '../steps/dom.ts';
import { loadRun } from '../steps/load.ts';
import { capital } from '../steps/sentences.ts';
import { grade } from './grade.ts';
import type { Verdict } from './grade.ts';
import { orderList } from './order-list.ts';
import { offered, PredictedLines } from './lines.ts';

const opened = new WeakSet<HTMLElement>();

/** `show` leads to the output. Called again it does nothing. */
export function openPrediction(twin: HTMLElement, show: () => void): void {
  const view = twin.querySelector('.view[data-mode=predict]');
  const jumbled = view?.querySelector<HTMLElement>('.jumbled');
  if (!view || !jumbled || opened.has(twin)) return;
  opened.add(twin);
  const texts = [...jumbled.querySelectorAll<HTMLElement>('li')].flatMap((item) => {
    const text = item.querySelector('samp')?.textContent ?? '';
    return new Array<string>(Number(item.dataset['times'] ?? 1)).fill(text);
  });
  const strangers = JSON.parse(jumbled.dataset['strangers'] ?? '[]') as readonly string[];
  const contract = parseContract(contractText(twin), { file: '', language: languageOf(twin) });
  const all = [...texts, ...strangers].toSorted((a, b) => a.localeCompare(b, 'en'));
  const lines = new PredictedLines(offered(all, (order) => checkOutput(contract, order).length === 0));
  const verdict = h('div', { class: 'prediction', role: 'status' });
  const check = button(
    'Check',
    () => {
      const found = grade(contract, texts, lines.prediction());
      verdict.replaceChildren(...inWords(found));
      if (found.kind === 'pair') void addReason(twin, verdict, found.after);
    },
    { class: 'check' },
  );
  const acts = h('div', { class: 'acts' }, check, button('Just show me', show));
  jumbled.replaceWith(orderList(lines, strangers.length > 0, () => verdict.replaceChildren()));
  view.append(acts, verdict);
}

function languageOf({ dataset }: HTMLElement): Language {
  return dataset['language'] === 'py' ? 'py' : 'ts';
}

function contractText(twin: HTMLElement): string {
  return [...twin.querySelectorAll('.contract-text code')].map(({ textContent }) => textContent).join('\n');
}

function inWords(verdict: Verdict): HTMLElement[] {
  if (verdict.kind !== 'right') return [h('p', {}, h('b', {}, 'Not yet. '), verdict.says)];
  return [
    h('p', {}, h('b', { class: 'holds' }, 'Right. '), 'The contract allows this order.'),
    ...verdict.notes.map((note) => h('p', {}, note)),
  ];
}

/** Why the later line comes when it does, as the recorded run tells it; without a connection the sentence stands alone. */
async function addReason(twin: HTMLElement, verdict: HTMLElement, after: string): Promise<void> {
  const src = twin.querySelector<HTMLElement>('.steps')?.dataset['src'];
  const sentence = verdict.firstElementChild;
  if (src === undefined || !sentence) return;
  const run = await loadRun(`${src}.0.json`).catch(() => undefined);
  const printed = run?.events.flatMap((event) => (event.kind === 'print' ? [event.text] : [])) ?? [];
  const reason = run?.causes[printed.indexOf(after)]?.[1];
  if (reason !== undefined && sentence.isConnected) sentence.append(` ${capital(reason)}`);
}
