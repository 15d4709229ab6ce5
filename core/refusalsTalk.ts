/** Refusals about what is said and what came of it; core/refusals.ts has the others. */
export const TALK_REFUSALS = {
  'thoughts-full': { retry: false, wording: 'The session has as many thoughts as it can hold.' },
  'topics-full': { retry: false, wording: 'The list has as many topics as it can hold. Remove one first.' },
  'points-full': {
    retry: false,
    wording: 'There is no room for another point or theme. Remove one first, or merge themes.',
  },
  'recommendations-full': {
    retry: false,
    wording: 'There is no room for another recommendation. Remove one first.',
  },
  'checked-full': {
    retry: false,
    wording: 'This room has been asked about as many recommendations as one session can hold.',
  },
  'more-than-sheets': {
    retry: false,
    wording: 'That is more than so many sheets can say. Count again, or change the number of sheets.',
  },
  'why-needed': {
    retry: false,
    wording: 'A “no” and an “in part” need a reason. Write down why first.',
  },
  'nothing-to-tell': {
    retry: false,
    wording: 'There is no recommendation to tell of. Write one, or tick one to be told.',
  },
  'not-told': { retry: false, wording: 'This page is not here, or not any more.' },
  'sources-full': {
    retry: false,
    wording: 'There is no room for another interview, document, passage or question. Remove one first.',
  },
  'no-consent': {
    retry: false,
    wording: 'Nobody has written down a yes to using this text, so it cannot be put under themes.',
  },
  'not-ready': {
    retry: false,
    wording:
      'It cannot be read back yet: a quote needs the yes of whoever said it, and a case study both ticks.',
  },
  'two-pages': {
    retry: false,
    wording: 'More was picked than two pages hold in large type.',
  },
  'case-studies-full': {
    retry: false,
    wording: 'There is no room for another case study or correction. Remove one first.',
  },
  'not-yet-yours': {
    retry: false,
    wording:
      'While a session runs, its points are the scribe’s and the facilitator’s. After it is counted they are yours too.',
  },
} as const satisfies Record<string, { retry: boolean; wording: string }>;
