/**
 * Short lists of what readers of research ask for, after COREQ (Tong, Sainsbury and Craig 2007) and GRIPP2 short form
 * (Staniszewska and others 2017), each item in our own words. What the consultation knows is filled in with the
 * chapter it stands in; the rest is the team's to say. Nothing is counted up: a list is no score.
 */
import { stateOf } from '../recommendations/told.ts';
import { wasAsked } from './asked.ts';
import { prints, type ChecklistItem } from './document.ts';
import { mostAnswered, tableOf } from './heads.ts';
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
  | 'limits'
  | 'summary';

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
  const { chapters, text } = knownOf(speechOf(input.document.language), input, item);
  const said = own?.text?.trim() ?? '';
  const words = said === '' ? text : said;
  return { is: words === '' && chapters.length === 0 ? 'not-reported' : 'reported', chapters, text: words };
}

interface Known {
  chapters: Chapter[];
  text: string;
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
      return at(tableOf(input, 'total') !== null || mostAnswered(statements) > 0, 'methods');
    case 'refused':
      return at(document.notHeard.trim() !== '', 'methods');
    case 'place':
      return at(document.showPlaces && sessions.some(({ place }) => place !== ''), 'methods');
    case 'others':
      return at(tableOf(input, 'other') !== null, 'methods');
    case 'sample':
      return at(
        (['group', 'gender', 'ageBand'] as const).some((kind) => tableOf(input, kind) !== null),
        'methods',
      );
    case 'guide':
      return at(statements.length > 0, 'statements');
    case 'recording':
      return words(speech.say('check.know.recording'));
    case 'notes':
    case 'major':
    case 'minor':
      return at(themed, 'talk');
    case 'saturation':
      return words(document.saturation ?? '', ...(themed ? (['talk'] as const) : []));
    case 'returned':
      return at(input.readBack !== null, 'methods');
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
    case 'consistency':
      return at(statements.length > 0, 'statements');
    case 'involveAim':
      return words(consultation.aim);
    case 'involveMethods':
      return at(true, 'methods');
    case 'involveResults':
      return at(statements.length > 0, 'summary', 'statements');
    case 'involveInfluence':
      return influenceOf(speech, input);
    case 'training':
    case 'relationship':
    case 'sampling':
    case 'approach':
    case 'duration':
    case 'derivation':
    case 'involveReflection':
      return NOTHING;
  }
}

const isSaid = (text: string): boolean => text !== '';

/** Peers or staff, never how many of them. */
function interviewersOf({ say }: Speech, { how }: ReportInput): string {
  if (how === undefined || how.interviewers.length === 0) return '';
  const [one = 'peer'] = how.interviewers;
  const by = say(`check.know.held.${how.interviewers.length === 1 ? one : 'both'}`);
  return how.unknown ? `${by} ${say('check.know.held.unknown')}` : by;
}

/** Passages of texts have a coder; of points and post-its there is one where a second person coded them. */
function codersOf({ say }: Speech, { how, talk, between }: ReportInput): string {
  if (between != null && between.said !== null) return say('check.know.coders.both');
  const twice = between?.unsaid == null ? '' : say(`check.know.coders.${between.unsaid}`);
  if (how === undefined || how.coders === 0) return twice;
  const coded = say(how.coders === 2 ? 'check.know.coders.two' : 'check.know.coders.one');
  if (twice !== '') return `${twice} ${coded}`;
  return talk !== null && talk.of > 0 ? `${coded} ${say('check.know.coders.points')}` : coded;
}

/**
 * What people changed: what was answered and done of what they asked for, statements and questions that are theirs, and
 * what they corrected. Recommendations are those that the report prints; of people only that there were some.
 */
function influenceOf({ say }: Speech, input: ReportInput): Known {
  const { asked, consultation, document, how, readBack, statements } = input;
  const all = asked === null ? [] : [...asked.change, ...asked.keep];
  const listed = all.length > 0 && prints(document, 'recommendations');
  const followed = all.some(wasAsked) && prints(document, 'followUp');
  const answered = all.filter(({ answer }) => answer !== '').length;
  const done = all.filter((item) => stateOf(item) === 'done').length;
  const printed = new Set(statements.map(({ id }) => id));
  const theirs = consultation.statements.some(({ id, from }) => printed.has(id) && from !== undefined);
  const told = readBack !== null && typeof readBack.told === 'object' ? readBack.told : null;
  const corrected = told !== null && told.accepted > 0;
  return {
    text: [
      listed ? say('check.know.asked', { n: all.length }) : '',
      followed
        ? say(answered === 0 ? 'check.know.answered.none' : 'check.know.answered', { n: answered })
        : '',
      followed ? say(done === 0 ? 'check.know.done.none' : 'check.know.done', { n: done }) : '',
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
