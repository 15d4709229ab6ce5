/**
 * Scales of ordered answers. An answer is its code, 1 for most disagreeing to k for most agreeing,
 * or one of two ways to decline, which have no code: they are counted, never neutral, never missing.
 */

/** `n`: "rather not say". `x`: "does not apply to me". */
export type Decline = 'n' | 'x';
export type Answer = number | Decline;

export type ScaleKind = 'agreement-5' | 'agreement-4' | 'agreement-3' | 'own';

export interface Scale {
  kind: ScaleKind;
  /** Only for `own`: two to seven labels, most disagreeing first. */
  labels?: string[];
  /** The ways to decline that are offered. */
  declines: Decline[];
}

export const DEFAULT_SCALE: Scale = { kind: 'agreement-5', declines: ['n', 'x'] };

const POINTS = { 'agreement-5': 5, 'agreement-4': 4, 'agreement-3': 3 } as const;

/** English words of the built-in scales; the phone and the projector take theirs from the catalogue. */
const WORDS = {
  'agreement-5': ['Strongly disagree', 'Disagree', 'Neither', 'Agree', 'Strongly agree'],
  'agreement-4': ['Strongly disagree', 'Disagree', 'Agree', 'Strongly agree'],
  'agreement-3': ['Disagree', 'Neither', 'Agree'],
} as const;

/** How many codes a scale has (k). */
export function points(scale: Scale): number {
  return scale.kind === 'own' ? (scale.labels?.length ?? 0) : POINTS[scale.kind];
}

/** Labels of a scale in English, most disagreeing first; own labels as they were written. */
export function labelsOf(scale: Scale): readonly string[] {
  return scale.kind === 'own' ? (scale.labels ?? []) : WORDS[scale.kind];
}

export const DECLINE_WORDS: Record<Decline, string> = {
  n: 'Rather not say',
  x: 'Does not apply to me',
};

/** The label of one answer in English, for files and the console. */
export function answerLabel(scale: Scale, answer: Answer): string {
  return typeof answer === 'number' ? (labelsOf(scale)[answer - 1] ?? '') : DECLINE_WORDS[answer];
}

/** Whether the scale offers this answer. */
export function offers(scale: Scale, answer: Answer): boolean {
  return typeof answer === 'number'
    ? Number.isInteger(answer) && answer >= 1 && answer <= points(scale)
    : scale.declines.includes(answer);
}

/** The code of the middle answer, or null where the scale has none (an even number of points). */
export function middleOf(scale: Scale): number | null {
  const k = points(scale);
  return k % 2 === 1 ? (k + 1) / 2 : null;
}

/** Two scales are pooled only when their kinds, and own labels, are the same. */
export function scaleKey(scale: Scale): string {
  return scale.kind === 'own' ? `own:${JSON.stringify(scale.labels ?? [])}` : scale.kind;
}

/**
 * Where an answer stands on a ladder of seven tones, 0 most disagreeing to 6 most agreeing, so that
 * "agree" has the same colour on a three-, four- and five-point scale.
 */
export function toneOf(scale: Scale, code: number): number {
  const k = points(scale);
  const rows: Record<number, readonly number[]> = {
    2: [2, 4],
    3: [2, 3, 4],
    4: [0, 2, 4, 6],
    5: [0, 2, 3, 4, 6],
    6: [0, 1, 2, 4, 5, 6],
    7: [0, 1, 2, 3, 4, 5, 6],
  };
  return rows[k]?.[code - 1] ?? 3;
}

/**
 * Colours of the seven tones: orange for disagree, blue for agree. The five of the usual scale keep a
 * distance of at least 34 (CIELAB) under each kind of colour-blindness; the two between serve own
 * scales of six and seven points. `ink` is legible on `fill` at 5:1 or more.
 */
export const TONES: readonly { fill: string; ink: string }[] = [
  { fill: '#9a4a00', ink: '#ffffff' },
  { fill: '#dd8a36', ink: '#111111' },
  { fill: '#f5b66b', ink: '#111111' },
  { fill: '#e6e6e6', ink: '#111111' },
  { fill: '#7fb2e5', ink: '#111111' },
  { fill: '#4c8ccb', ink: '#111111' },
  { fill: '#0b4f8a', ink: '#ffffff' },
];

/** A mark beside the word, so that no answer is told by its colour alone. */
export const MARKS: readonly string[] = ['−−', '−·', '−', '○', '+', '+·', '++'];

/** The key that stands for an answer wherever paper is typed in or counted: its code, 8 and 9 for declining. */
export function keyOfAnswer(answer: Answer): string {
  return answer === 'n' ? '8' : answer === 'x' ? '9' : String(answer);
}
