/** Signs of a person in what the team wrote itself, wherever a release would print it. */
import type { ReleaseNote } from '../../core/api.ts';
import { questionsInOrder } from '../../core/report/questions.ts';
import type { Question } from '../../core/talk/sources.ts';
import { inTeamsOrder, KINDS, type Recommendation } from '../../core/recommendations/types.ts';
import type { PersonalKind } from '../../core/personal/types.ts';
import { prints, type ReportDocument, type TextKey } from '../../core/report/document.ts';
import { codebook } from '../../core/talk/themes.ts';
import { sayRelease } from '../../core/release/words.ts';
import { hashOf } from './boundTo.ts';
import { signsIn } from './quotes.ts';
import type { ReportSource } from './reportSource.ts';

type Texts = Pick<ReportSource, 'consultation' | 'document' | 'sessions'> & {
  talk: Pick<ReportSource['talk'], 'themes'> & Partial<Pick<ReportSource['talk'], 'questions'>>;
  recommendations: Pick<ReportSource['recommendations'], 'list'>;
  waveThen?: ReportSource['waveThen'];
};

interface Printed {
  /** What it is, in words. */
  name: string;
  text: string;
  /** Number of the statement that it is about, if any. */
  statement?: number;
  /** What is confirmed, where the name has a number that may change. */
  confirmed?: string;
}

/**
 * A flag for each text with something that looks like a sign of a person. Its code has a hash of the text,
 * so that a change asks again. It says of what kind the signs are and not which: flags go into the register.
 */
export function textSigns(source: Texts): ReleaseNote[] {
  const lists = new Intl.ListFormat('en-GB', { type: 'conjunction' });
  const flags = printedTexts(source).flatMap(({ name, text, statement, confirmed = name }) => {
    const signs = [...new Set(signsIn(text, source.document.lists).map(({ kind }) => kindSaid(kind)))];
    if (signs.length === 0) return [];
    return [
      {
        code: `text-signs ${hashOf([confirmed, text])}`,
        words: sayRelease('flag.text-signs', { text: name, signs: lists.format(signs) }),
        statements: statement === undefined ? [] : [statement],
      },
    ];
  });
  // The same words twice are confirmed once.
  return flags.filter(({ code }, i) => flags.findIndex((one) => one.code === code) === i);
}

function kindSaid(kind: PersonalKind): string {
  return sayRelease(`sign.${kind === 'titled' || kind === 'relative' ? 'name' : kind}`);
}

/** Each of several texts once; many sessions have the same words. */
function each(
  name:
    | 'text.group'
    | 'text.theme'
    | 'text.checklist'
    | 'text.voice'
    | 'text.scale'
    | 'text.attendance'
    | 'text.others',
  texts: string[],
): Printed[] {
  return [...new Set(texts)].map((text) => ({ name: sayRelease(name), text }));
}

/** By the place that it has in print, so that it is found. */
function questioned(questions: readonly Question[]): Printed[] {
  return questionsInOrder(questions).map(({ text, agreedBy }, i) => ({
    name: sayRelease('text.question.n', { number: i + 1 }),
    text: `${text}\n\n${agreedBy}`,
    confirmed: sayRelease('text.question'),
  }));
}

type Words = Pick<Recommendation, 'text' | 'points' | 'to' | 'answerWords' | 'why' | 'done' | 'toldHow'>;

/** Each that a release prints, by the number that it has there: so it is found among many. */
function asked(document: ReportDocument, list: readonly Recommendation[]): Printed[] {
  if (!prints(document, 'recommendations') && !prints(document, 'followUp')) return [];
  const told = list.filter((one) => one.told);
  return KINDS.flatMap((kind) => inTeamsOrder(told, kind)).map((one, i) =>
    recommended(sayRelease('text.recommendation.n', { number: i + 1 }), one),
  );
}

function recommended(name: string, { text, points, to, answerWords, why, done, toldHow }: Words): Printed {
  const words = [text, points, to, answerWords, why, done, toldHow].filter((one) => one !== '');
  return { name, text: words.join('\n\n'), confirmed: sayRelease('text.recommendation') };
}

/** Without the wordings of statements, which a whole room has read, and the people named on the cover. */
function printedTexts({
  consultation,
  document,
  sessions,
  talk,
  recommendations,
  waveThen,
}: Texts): Printed[] {
  const edited = (Object.keys(document.texts) as TextKey[]).map((key): Printed => ({
    name: sayRelease(`text.${key}`),
    text: document.texts[key]?.text ?? '',
  }));
  const statements = consultation.statements.flatMap(({ id }, i): Printed[] => {
    const { sentence, text = '' } = document.statements[id] ?? {};
    const number = i + 1;
    return [
      { name: sayRelease('text.statement', { number }), text: sentence?.text ?? '', statement: number },
      { name: sayRelease('text.under', { number }), text, statement: number },
    ];
  });
  const chapters = document.chapters.flatMap(({ title, text, pictures }, i): Printed[] => {
    const number = i + 1;
    return [
      { name: sayRelease('text.chapter', { number }), text: `${title}\n\n${text}` },
      ...pictures
        .filter((p) => p.consent)
        .map(({ alt, credit }) => ({
          name: sayRelease('text.picture', { number }),
          text: `${alt}\n\n${credit}`,
        })),
    ];
  });
  const units = document.parts === 'units' ? document.units : [];
  const labels = [consultation.scale, ...consultation.statements.map((s) => s.scale)].flatMap((scale) =>
    scale?.kind === 'own' ? (scale.labels ?? []) : [],
  );
  const heads = sessions.flatMap((s) => s.attendance);
  return [
    { name: sayRelease('text.title'), text: document.title === '' ? consultation.title : document.title },
    {
      name: sayRelease('text.subtitle'),
      text: document.subtitle === '' ? consultation.aim : document.subtitle,
    },
    { name: sayRelease('text.notHeard'), text: document.notHeard },
    { name: sayRelease('text.saturation'), text: document.saturation ?? '' },
    ...each(
      'text.checklist',
      document.checklists === undefined
        ? []
        : Object.values(document.answers ?? {}).map(({ text = '' }) => text),
    ),
    ...each('text.voice', consultation.under18 ? Object.values(consultation.voice ?? {}) : []),
    ...each(
      'text.theme',
      codebook(talk.themes).list.map(({ theme }) => `${theme.name}\n\n${theme.description}`),
    ),
    ...questioned(talk.questions ?? []),
    ...asked(document, recommendations.list),
    ...(prints(document, 'waves') ? (waveThen?.recommendations ?? []) : [])
      .filter(({ told }) => told)
      .map((one) => recommended(sayRelease('text.recommendation.before'), one)),
    ...edited,
    ...statements,
    ...chapters,
    ...each(
      'text.group',
      consultation.groups.map((g) => g.label),
    ),
    ...each('text.scale', labels),
    ...each(
      'text.attendance',
      heads.flatMap(({ gender, ageBand }) => [gender, ageBand]),
    ),
    ...each(
      'text.others',
      sessions.flatMap((s) => s.others.map((o) => o.role)),
    ),
    ...units.map(({ name }) => ({ name: sayRelease('text.unit'), text: name })),
    ...sessions.map(({ name }) => ({ name: sayRelease('text.session'), text: name })),
    ...(document.showPlaces ? sessions : []).map(({ place }) => ({
      name: sayRelease('text.place'),
      text: place,
    })),
  ];
}
