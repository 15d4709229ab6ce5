/** Numbers of people in words, as they stand within a sentence. "5 of 6" is never broken across lines. */
import type { Catalogue } from '../message.ts';

export const numbersEn = {
  'part.of': '{n}\u00a0of\u00a0{of} people',
  'part.share': '{n}\u00a0of\u00a0{of} people ({share})',
  'part.all': 'all {of} people',
  'part.none': 'none of the {of} people',
  'part.both': 'both people',
  'part.neither': 'neither of the two people',
  'part.one': 'the one person',
  'part.notOne': 'nobody of one',

  'share.veryFew': 'very few',
  'share.tenth': 'around one in ten',
  'share.fifth': 'around one in five',
  'share.quarter': 'around a quarter',
  'share.third': 'around a third',
  'share.twoFifths': 'around two in five',
  'share.underHalf': 'just under half',
  'share.half': 'half',
  'share.overHalf': 'just over half',
  'share.threeFifths': 'around three in five',
  'share.twoThirds': 'around two thirds',
  'share.threeQuarters': 'around three quarters',
  'share.fourFifths': 'around four in five',
  'share.nineTenths': 'around nine in ten',
  'share.nearlyAll': 'nearly all',
} as const satisfies Catalogue;
