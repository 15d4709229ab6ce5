/**
 * Short lists of what readers of research ask for, after COREQ (Tong, Sainsbury and Craig 2007) and GRIPP2 short form
 * (Staniszewska and others 2017), each item in our own words. What the consultation knows is filled in with the
 * chapter it stands in; the rest is the team's to say. Nothing is counted up: a list is no score.
 */
import { stateOf, type ToldState } from '../recommendations/told.ts';
import { wasAsked } from './asked.ts';
import { toldApart } from './audience.ts';
import { prints, type ChecklistItem } from './document.ts';
import { mostAnswered, tableOf, whyLeft } from './heads.ts';
import type { HowAsked } from './how.ts';
import type { ReportInput } from './input.ts';
import { speechOf, type Speech } from './words.ts';

/** Where something stands in the report, by the heading of its chapter. */
export type Chapter =
  | 'cover'
  | 'methods'
  | 'statements'
  | 'talk'
  | 'codebook'
  | 'recommendations'
  | 'followUp'
  | 'limits';

/** Items by list, in order. The number is that of the list. */
export const COREQ = [
  ['facilitator', '1'],
  ['training', '5'],
  ['relationship', '6'],
  ['sampling', '10'],
  ['approach', '11'],
  ['size', '12'],
  ['refused', '13'],
  ['place', '14'],
  ['others', '15'],
  ['sample', '16'],
  ['guide', '17'],
  ['recording', '19'],
  ['notes', '20'],
  ['duration', '21'],
  ['saturation', '22'],
  ['returned', '23, 28'],
  ['coders', '24'],
  ['tree', '25'],
  ['derivation', '26'],
  ['software', '27'],
  ['quotes', '29'],
  ['consistency', '30'],
  ['major', '31'],
  ['minor', '32'],
] as const satisfies readonly (readonly [ChecklistItem, string])[];

export const GRIPP2 = [
  ['involveAim', '1'],
  ['involveMethods', '2'],
  ['involveResults', '3'],
  ['involveInfluence', '4'],
  ['involveReflection', '5'],
] as const satisfies readonly (readonly [ChecklistItem, string])[];

export interface ItemState {
  is: 'reported' | 'not-reported' | 'not-applicable';
  /** Chapters that have it. */
  chapters: Chapter[];
  /** What the team says, or what the program knows; empty: nothing. */
  text: string;
}

export function itemState(input: ReportInput, item: ChecklistItem): ItemState {
  const own = input.document.answers?.[item];
  if (own?.applies === false) return { is: 'not-applicable', chapters: [], text: own.text ?? '' };
  const { chapters, text, missing = false } = knownOf(speechOf(input.document.language), input, item);
  const said = own?.text?.trim() ?? '';
  const words = said === '' ? text : said;
  const reported = said !== '' || (!missing && (words !== '' || chapters.length > 0));
  return { is: reported ? 'reported' : 'not-reported', chapters, text: words };
}

interface Known {
  chapters: Chapter[];
  text: string;
  /** The report does not have it; chapters and text say what there is. */
  missing?: boolean;
}
const NOTHING: Known = { chapters: [], text: '' };
const at = (yes: boolean, ...chapters: Chapter[]): Known => (yes ? { chapters, text: '' } : NOTHING);
const words = (text: string, ...chapters: Chapter[]): Known =>
  text.trim() === '' ? NOTHING : { chapters, text: text.trim() };

/** What the consultation knows of an item without being told. */
function knownOf(speech: Speech, input: ReportInput, item: ChecklistItem): Known {
  const { consultation, document, sessions, talk, quotes, statements } = input;
  const themed = talk !== null && talk.themes.length > 0;
  switch (item) {
    case 'facilitator':
      return {
        text: [consultation.ledBy.trim(), interviewersOf(speech, input)].filter(isSaid).join(' · '),
        chapters: consultation.ledBy.trim() === '' ? [] : ['cover'],
      };
    case 'size':
      return sizeOf(speech, input);
    case 'refused':
      return at(document.notHeard.trim() !== '', 'methods');
    case 'place':
      return placeOf(speech, input);
    case 'others':
      return (tableOf(input, 'other')?.rows.length ?? 0) > 0
        ? at(true, 'methods')
        : unprinted(speech, tableOf(input, 'other') === null && sessions.some((s) => s.others.length > 0));
    case 'sample':
      return at(
        (['group', 'gender', 'ageBand'] as const).some((kind) => isToldOf(input, kind)),
        'methods',
      );
    case 'guide':
      return at(statements.length > 0, 'statements');
    case 'recording':
      // What was recorded by other means nobody told it.
      return { ...words(speech.say('check.know.recording')), missing: true };
    case 'notes':
      return themed ? { ...words(speech.say('check.know.notes'), 'talk'), missing: true } : NOTHING;
    case 'major':
    case 'minor':
      return at(themed, 'talk');
    case 'saturation':
      return words(document.saturation ?? '', ...(themed ? (['talk'] as const) : []));
    case 'returned':
      return returnedOf(speech, input);
    case 'coders':
      return words(codersOf(speech, input));
    case 'tree':
      return at(themed, 'codebook');
    case 'software':
      return { chapters: [], text: 'Standpoint' };
    case 'quotes':
      return at(
        quotes.length > 0 || (talk?.themes.some((theme) => theme.quotes.length > 0) ?? false),
        ...(quotes.length > 0 ? (['statements'] as const) : []),
        ...(talk?.themes.some((theme) => theme.quotes.length > 0) === true ? (['talk'] as const) : []),
      );
    case 'involveAim':
      return words(consultation.aim);
    case 'involveMethods':
      return at(true, 'methods');
    case 'involveInfluence':
      return influenceOf(speech, input);
    case 'training':
    case 'relationship':
    case 'sampling':
    case 'approach':
    case 'duration':
    case 'derivation':
    case 'consistency':
    case 'involveResults':
    case 'involveReflection':
      return NOTHING;
  }
}

/** It is known, and this report does not print it. */
function unprinted({ say }: Speech, recorded: boolean): Known {
  return recorded ? { chapters: [], text: say('check.know.unprinted'), missing: true } : NOTHING;
}

/** How many answered is not how many took part. */
function sizeOf(speech: Speech, input: ReportInput): Known {
  const why = whyLeft(input, 'total');
  if (tableOf(input, 'total') !== null || why === 'floor') return at(true, 'methods');
  if (why !== null) return unprinted(speech, true);
  return mostAnswered(input.statements) === 0
    ? NOTHING
    : { chapters: ['methods'], text: speech.say('check.know.answeredOnly'), missing: true };
}

function placeOf(speech: Speech, input: ReportInput): Known {
  const recorded = input.sessions.some(({ place }) => place !== '');
  const printed = input.document.showPlaces && toldApart(input);
  return recorded && printed ? at(true, 'methods') : unprinted(speech, recorded);
}

/** Whether a table of who took part says anything but that it is not recorded. */
function isToldOf(input: ReportInput, kind: 'group' | 'gender' | 'ageBand'): boolean {
  if (kind === 'group' && !toldApart(input)) return false;
  return tableOf(input, kind)?.rows.some((row) => row.some(isSaid)) ?? false;
}

/**
 * Read back, or recommendations put to rooms: of these only that it was done, and where as many as the floor answered
 * (docs/decisions/032).
 */
function returnedOf({ say }: Speech, { readBack, sessions, document }: ReportInput): Known {
  const asked = sessions.flatMap(({ checked = [] }) => checked);
  const checked = asked.some((one) => one.said + one.notQuite + one.missing >= document.floor);
  return {
    chapters: readBack === null ? [] : ['methods'],
    text: checked ? say('check.know.checked') : '',
  };
}

const isSaid = (text: string): boolean => text !== '';

/** Peers or staff, never how many of them. */
function interviewersOf(speech: Speech, { how }: ReportInput): string {
  const { say } = speech;
  if (how === undefined || how.interviewers.length === 0) return '';
  const [one = 'peer'] = how.interviewers;
  const by = say(`check.know.held.${how.interviewers.length === 1 ? one : 'both'}`);
  return asOn(speech, how, how.unknown ? `${by} ${say('check.know.held.unknown')}` : by);
}

/** With the days of the interviews and documents that it is told of, where they are those of an earlier release. */
function asOn({ say, date }: Speech, { on = [] }: HowAsked, known: string): string {
  const [first] = on;
  const last = on.at(-1);
  if (first === undefined || last === undefined) return known;
  return first === last
    ? say('check.know.on', { words: known, date: date(first) })
    : say('check.know.between', { words: known, first: date(first), last: date(last) });
}

/** Passages of texts have a coder; of points and post-its there is one where a second person coded them. */
function codersOf(speech: Speech, { how, talk, between }: ReportInput): string {
  const { say } = speech;
  if (between != null && between.said !== null) return say('check.know.coders.both');
  const twice = between?.unsaid == null ? '' : say(`check.know.coders.${between.unsaid}`);
  if (how === undefined || how.coders === 0) return twice;
  const by = say(how.coders === 2 ? 'check.know.coders.two' : 'check.know.coders.one');
  const coded = asOn(speech, how, by);
  if (twice !== '') return `${twice} ${coded}`;
  return talk !== null && talk.of > 0 ? `${coded} ${say('check.know.coders.points')}` : coded;
}

/**
 * What people changed: what was answered and done of what they asked for, statements and questions that are theirs, and
 * what they corrected. Recommendations are those that the report prints; of people only that there were some.
 */
function influenceOf(speech: Speech, input: ReportInput): Known {
  const { say } = speech;
  const { asked, consultation, document, how, readBack, statements } = input;
  const all = asked === null ? [] : [...asked.change, ...asked.keep];
  const listed = all.length > 0 && prints(document, 'recommendations');
  const put = all.filter(wasAsked).length;
  const followed = put > 0 && prints(document, 'followUp');
  const answered = all.filter(({ answer }) => answer !== '').length;
  const inState = (state: ToldState): number => all.filter((item) => stateOf(item) === state).length;
  const printed = new Set(statements.map(({ id }) => id));
  const theirs = consultation.statements.some(({ id, from }) => printed.has(id) && from !== undefined);
  const told = readBack !== null && typeof readBack.told === 'object' ? readBack.told : null;
  const corrected = told !== null && told.accepted > 0;
  return {
    text: [
      // What is answered is said of those that are named.
      listed ? say('check.know.asked', { n: all.length }) : followed ? say('check.know.put', { n: put }) : '',
      followed
        ? say(answered === 0 ? 'check.know.answered.none' : 'check.know.answered', { n: answered })
        : '',
      followed ? doneSaid(speech, inState('done'), inState('donePart')) : '',
      theirs ? say('check.know.statements') : '',
      how?.proposed === true ? say('check.know.questions') : '',
      corrected ? say('check.know.corrected') : '',
    ]
      .filter(isSaid)
      .join(' '),
    chapters: [
      ...(listed ? (['recommendations'] as const) : []),
      ...(followed ? (['followUp'] as const) : []),
      ...(theirs || corrected ? (['methods'] as const) : []),
    ],
  };
}

function doneSaid({ say }: Speech, done: number, part: number): string {
  if (done + part === 0) return say('check.know.done.none');
  return [
    done === 0 ? '' : say('check.know.done', { n: done }),
    part === 0 ? '' : say('check.know.donePart', { n: part }),
  ]
    .filter(isSaid)
    .join(' ');
}
