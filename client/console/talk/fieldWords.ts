/** The fields of points, themes and texts in the words that the screen has for them. */
import type { AnyFields } from '../../../core/talk/change.ts';
import { NEW_PASSAGE, NEW_QUESTION, NEW_SOURCE } from '../../../core/talk/sources.ts';
import { NEW_POINT, NEW_THEME } from '../../../core/talk/types.ts';
import type { TalkDesk } from './desk.ts';
import { sayText } from './sources/words.ts';
import { begin, lists, say } from './words.ts';

type FieldWords = { [F in keyof AnyFields]: (value: AnyFields[F]) => string };

const quoted = (value: string): string => (value === '' ? '' : `“${begin(value, 200)}”`);

function fieldWords(desk: TalkDesk): FieldWords {
  const about = desk.about.value;
  const theme = (id: string): string => {
    const name = desk.themeName(id);
    return name === '' ? say('trouble.themeGone') : quoted(name);
  };
  return {
    text: quoted,
    name: quoted,
    description: quoted,
    gender: quoted,
    ageBand: quoted,
    kind: (kind) => say(`kind.${kind}`),
    mayQuote: (may) => say(may ? 'trouble.quote.yes' : 'trouble.quote.no'),
    group: (id) => quoted(about?.groups.find((one) => one.id === id)?.label ?? ''),
    stance: (stance) => (stance === '' ? '' : say(`stance.${stance}`)),
    outcome: (outcome) => (outcome === '' ? '' : say(`outcome.${outcome}`)),
    themes: (ids) => lists.format(ids.map(theme)),
    statement: (id) => {
      const at = about?.statements.findIndex((one) => one.id === id) ?? -1;
      return at < 0 ? '' : say('about.short', { n: at + 1 });
    },
    postit: () => say('list.postit.gone'),
    hands: (n) => say('hands.n', { n }),
    person: (n) => (n === 0 ? say('speaker.none') : say('speaker.person', { n })),
    colour: (colour) => say(`colour.${colour}`),
    parent: theme,
    into: theme,
    order: (n) => say('trouble.order', { n }),
    form: (form) => sayText(`form.${form}`),
    title: quoted,
    day: (day) => day,
    session: (id) => quoted(about?.sessions.find((one) => one.id === id)?.name ?? ''),
    interviewer: (who) => (who === '' ? '' : sayText(`interviewer.${who}`)),
    mayUse: (may) => sayText(may ? 'use.yes' : 'use.no'),
    language: (tag) => tag,
    from: (n) => sayText('from', { n }),
    to: (n) => sayText('to', { n }),
    coder: (coder) => sayText(`coder.${coder}`),
    note: quoted,
    proposedBy: (who) => sayText(`proposed.${who}`),
    agreedBy: quoted,
  };
}

/** Texts first: they are what somebody would miss. What was never filled in of something new is passed over. */
export function valuesOf(
  desk: TalkDesk,
  from: object | null,
  fields: readonly string[],
  fresh: boolean,
): string {
  const words = fieldWords(desk) as Record<string, (value: unknown) => string>;
  const empty: Record<string, unknown> = {
    ...NEW_QUESTION,
    ...NEW_SOURCE,
    ...NEW_PASSAGE,
    ...NEW_THEME,
    ...NEW_POINT,
  };
  const values = (from ?? {}) as Record<string, unknown>;
  const said = fields
    .toSorted((a, b) => Number(b === 'text' || b === 'name') - Number(a === 'text' || a === 'name'))
    .filter((field) => !fresh || JSON.stringify(values[field]) !== JSON.stringify(empty[field]))
    .map((field) => {
      const value = values[field];
      const nothing = value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
      const word = nothing ? '' : (words[field]?.(value) ?? '');
      return word === '' ? say('trouble.nothing') : word;
    });
  return said.length === 0 ? '–' : lists.format(said);
}
