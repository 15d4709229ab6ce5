/** The one page that there is while the database is damaged, and what comes after its button. */
export const mendEn = {
  lang: 'en',
  name: 'Standpoint',
  title: 'Standpoint: the database is damaged',
  damaged: {
    heading: 'The database on this laptop is damaged',
    texts: [
      'Standpoint has not changed anything. A good copy of it was made at {made}.',
      'Put the copy in its place? The damaged file is kept beside it. Sessions that are running keep their answers in files of their own, and phones whose page stayed open send again what is missing.',
    ],
    button: 'Use the copy and start',
    hint: 'Then this page becomes the console. If that asks you to sign in, use the link that is printed in the window where Standpoint was started.',
  },
  waiting: {
    heading: 'The copy is being put in place',
    texts: ['This page goes on to the console by itself, in a few seconds as a rule.'],
    hint: 'If it does not within a minute, look at the window where Standpoint was started: it says why.',
  },
  refused: {
    heading: 'Nothing was changed',
    texts: [
      'The copy is put in place by the button on a page of the laptop itself. Open {url} on it, and press the button there.',
    ],
    hint: 'If the button brought you here, stop Standpoint in the window where it was started, and run npx standpoint restore.',
  },
};
