/** How far people have a part, as they are told it: one or two short sentences for each level that a team can declare. */
export const involvedEn = {
  inform: 'We tell you what happens, and why. We do not promise that what you say changes it.',
  consult: 'We ask you. Afterwards we tell you how we used what you said.',
  involve: 'You work with us on it. What worries you will show in what is decided.',
  collaborate: 'You work out the answers together with those who decide.',
  empower: 'You decide. What you decide is done.',
} as const;
