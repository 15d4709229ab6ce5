/** The one page that there is while the database is damaged. */
export const mendEn = {
  lang: 'en',
  title: 'Standpoint: the database is damaged',
  heading: 'The database on this laptop is damaged',
  text: 'Standpoint has not changed anything. A good copy of it was made at {made}.',
  what: 'Put the copy in its place? The damaged file is kept beside it. Sessions that are running keep their answers in files of their own, and phones in the room send again what is missing.',
  button: 'Use the copy and start',
  wait: 'The copy is being put in place. This page goes on by itself.',
};
