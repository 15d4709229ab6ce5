/** Words of the page of concerns about somebody's safety. */
import type { Catalogue } from '../../../../core/message.ts';

export const CONCERNS_EN = {
  'con.page': 'Concerns about safety',
  'con.title': 'Concerns about somebody’s safety',
  'con.words':
    'A comment that shows somebody in danger can be passed on while a session runs (More, beside the comment). It is sealed for one lead, who alone can open it here. Once the session is finished its words are nowhere else; the answer stays, as one without a comment.',
  'con.said': 'People are told before they join: “{text}”',
  'con.said.not':
    'People are not told yet who learns of danger. Fill in “Who is told if someone seems to be in danger” on the consultation’s page.',
  'con.lead': 'The lead',
  'con.lead.is': '{name}, {contact}',
  'con.lead.none': 'Nobody is named yet. Until then nothing can be passed on.',
  'con.lead.form': 'Name the lead',
  'con.lead.change': 'Name another lead',
  'con.lead.change.not': 'While concerns wait, they are this lead’s to open, and no other lead can be named.',
  'con.name': 'Name or role',
  'con.contact': 'How to reach them',
  'con.contact.hint': 'For you and your colleagues. It is shown on this page only.',
  'con.passphrase': 'A passphrase that only the lead knows',
  'con.passphrase.hint':
    'The lead types it, at least {n} characters. Without it nobody can open a concern, not even we.',
  'con.again': 'The passphrase once more',
  'con.save': 'Name this lead',
  'con.saving': 'Naming the lead. This takes a few seconds.',
  'con.saved': 'Named.',
  'con.waiting': { one: '{n} concern waits for the lead', other: '{n} concerns wait for the lead' },
  'con.waiting.none': 'Nothing was passed on.',
  'con.waiting.dates': 'From sessions on {dates}.',
  'con.open': 'Open them',
  'con.open.passphrase': 'The lead’s passphrase',
  'con.opening': 'Opening. This takes a few seconds.',
  'con.where': '{session}, {place}, {date}',
  'con.where.short': '{session}, {date}',
  'con.on': 'On the statement “{text}”',
  'con.told': 'What people had been told: “{text}”',
  'con.settle': 'Seen to: delete it',
  'con.settle.sure': 'Delete it for good?',
  'con.settle.yes': 'Delete it',
  'con.settle.no': 'Keep it',
  'con.settle.hint': 'Do so once it stands where your organisation keeps such things.',
  'con.unread': { one: '{n} concern could not be opened.', other: '{n} concerns could not be opened.' },
  'con.unread.date': 'From a session on {date}',
  'con.unread.key':
    'It was sealed for another key than this lead’s, so this passphrase does not open it. Ask whoever passed it on what it was about.',
  'con.unread.damaged':
    'It is not on the disk as it was written. Ask whoever passed it on what it was about.',
  'con.unread.drop': 'Delete it unread',
  'con.unread.drop.hint': 'While it waits, no other lead can be named.',
  'con.link': 'Concerns about safety: name the lead, open what was passed on',
} as const satisfies Catalogue;
