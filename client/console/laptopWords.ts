/** Speaks about the laptop, on the live page and on the others. */
import { TRIED_EVERY_S, type LaptopState } from '../../core/laptop.ts';
import { speaker } from '../../core/message.ts';
import { LAPTOP_EN } from './messages/laptop.en.ts';
import { LANGUAGE } from './words.ts';

export const sayLaptop = speaker(LAPTOP_EN, LANGUAGE);

export interface Trouble {
  what: 'saving' | 'slow' | 'few' | 'uncopied' | 'copies' | 'battery' | 'slept' | 'stick' | 'elsewhere';
  title: string;
  text: string;
}

/** Where the words for it are. */
const SAVING = {
  'disk-full': 'full',
  'read-only': 'readonly',
  moved: 'moved',
  'too-many-files': 'files',
  failed: 'failed',
} as const;

/** What is wrong, the worst first. */
export function troublesOf(laptop: LaptopState): Trouble[] {
  const { saving, slow, uncopied, copyFails, freeMb, battery, slept, stick } = laptop;
  const all: Trouble[] = [];
  const add = (what: Trouble['what'], title: string, text: string): void =>
    void all.push({ what, title, text });
  if (saving !== 'ok') {
    const key = SAVING[saving];
    add('saving', sayLaptop(`${key}.title`), sayLaptop(`${key}.text`, { n: TRIED_EVERY_S }));
  } else {
    if (slow) add('slow', sayLaptop('slow.title'), sayLaptop('slow.text'));
    // Not beside a disk that takes nothing: it would say that answers are saved.
    if (copyFails) add('copies', sayLaptop('copies.title'), sayLaptop('copies.text'));
    if (freeMb !== null) add('few', sayLaptop('few.title', { mb: freeMb }), sayLaptop('few.text'));
  }
  if (stick === 'elsewhere')
    add('elsewhere', sayLaptop('stick.elsewhere.title'), sayLaptop('stick.elsewhere.text'));
  if (uncopied) add('uncopied', sayLaptop('uncopied.title'), sayLaptop('uncopied.text'));
  if (battery !== null)
    add('battery', sayLaptop('battery.title', { percent: battery }), sayLaptop('battery.text'));
  if (slept !== null) add('slept', sayLaptop('slept.title', { n: slept }), sayLaptop('slept.text'));
  if (stick === 'away' || stick === 'silent' || stick === 'full' || stick === 'failed' || stick === 'kept')
    add('stick', sayLaptop(`stick.${stick}.title`), sayLaptop(`stick.${stick}.text`));
  return all;
}
