/** What pretend people write in a rehearsal. */
export const PRETEND_COMMENTS: readonly string[] = [
  'It depends on who is on duty that day.',
  'When I ask twice I get an answer.',
  'Nobody told me this was possible.',
  'Better than last year.',
  'I would like more time to talk.',
  'They say it, but then it does not happen.',
  'The person I see now is good.',
  'I had to wait a long time.',
  'Letters are hard to understand. A phone call would help.',
  'Sometimes yes, sometimes no.',
  'I was listened to and something changed.',
  'I never know who to ask.',
  'Please keep your promises, even the small ones.',
  'My family should have been asked too.',
];
