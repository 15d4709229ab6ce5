/** What the console says about the laptop itself: its disk, its battery, its stick, another laptop. */
import type { Catalogue } from '../../../core/message.ts';

export const LAPTOP_EN = {
  'full.title': 'The disk is full. Nothing can be saved.',
  'full.text':
    'Answers are safe on the phones. Saving is tried again every {n} seconds: empty the bin or remove large files, and it goes on by itself.',
  'readonly.title': 'The disk does not take anything. Nothing can be saved.',
  'readonly.text':
    'Answers are safe on the phones. Saving is tried again every {n} seconds. If this stays, take the session over on another laptop from the stick.',
  'moved.title': 'The folder with the data is not where it was. Nothing can be saved.',
  'moved.text':
    'Answers are safe on the phones. Put the folder back to where it stood, under the same name, and saving goes on by itself.',
  'files.title': 'Too many files are open on this laptop. Not everything can be saved.',
  'files.text':
    'Answers are safe on the phones. Saving is tried again every {n} seconds: close other programs, and it goes on by itself. If this stays, start Standpoint again; everyone comes back by themselves.',
  'failed.title': 'Something could not be saved.',
  'failed.text':
    'Answers are safe on the phones and are sent again. Saving is tried again every {n} seconds. If this stays, start Standpoint again; everyone comes back by themselves.',
  'slow.title': 'Saving takes long. What was placed just now is not saved yet.',
  'slow.text':
    'Answers are safe on the phones, and are saved as soon as the disk takes them. Pause a backup, a virus scan or whatever else uses the disk much. If this stays, start Standpoint again; everyone comes back by themselves.',
  'copies.title': 'The copy of this session could not be written. Trying again.',
  'copies.text':
    'Answers themselves are saved. The copy beside them and the one on the stick are not renewed until it can be, and words that were taken back are still in them. Make room on the disk, and pause a virus scan or whatever else uses the data folder.',
  'uncopied.title': 'What was finished last has no copy yet.',
  'uncopied.text':
    'It is saved, and a copy is tried again every hour and at each start. Make room on the disk and start Standpoint again, or save the consultation as one file onto another disk.',
  'few.title': 'The disk is nearly full: {mb} MB are left.',
  'few.text': 'Everything is still saved. Empty the bin or remove large files.',
  'battery.title': 'The battery is at {percent} %.',
  'battery.text': 'Plug this laptop in. When it goes out, phones wait and keep their answers.',
  'slept.title': {
    one: 'This laptop was asleep for about {n} minute, or its clock was put forward.',
    other: 'This laptop was asleep for about {n} minutes, or its clock was put forward.',
  },
  'slept.text': 'Everyone comes back by themselves. Keep the lid open and turn sleep off until the end.',
  'stick.away.title': 'The stick is not plugged in.',
  'stick.away.text': 'Nothing is lost here. Plug it in again; copying goes on by itself.',
  'stick.silent.title': 'The stick does not answer.',
  'stick.silent.text':
    'Nothing is lost here. Pull it out and plug it in again, in another socket if there is one; copying goes on by itself.',
  'stick.full.title': 'The stick is full.',
  'stick.full.text': 'Nothing is lost here. Remove something from it; copying goes on by itself.',
  'stick.failed.title': 'The stick cannot be written.',
  'stick.failed.text': 'Nothing is lost here. Try it in another socket, or name another stick.',
  'stick.kept.title': 'Nothing is copied to the stick.',
  'stick.kept.text':
    'It may have all there is of a session that could not be opened or taken over here, so nothing on it is written over. Take that session over, put it aside under Laptop, or name another stick.',
  'stick.elsewhere.title': 'Another laptop has taken this over by the stick.',
  'stick.elsewhere.text': 'Two laptops must not go on with one session.',
  'stick.elsewhere.go': 'Decide',

  'lap.page': 'This laptop',
  'lap.link': 'Laptop',
  'lap.how': 'How it is',
  'lap.well': 'Nothing is wrong. Whatever is placed can be saved.',
  'lap.look': 'See what it is',
  'lap.note': 'Something about this laptop needs you.',
  'found.session-restored':
    'The file of “{name}” was damaged or gone. Its copy of {minute} is in its place. Phones whose page stayed open send again what is missing. Ask everyone else to look at their phone, and to place again what is not there.',
  'found.database-restored':
    'The database was damaged. Its copy of {minute} is in its place; what was changed after that is not in it. The damaged file was kept.',
  'found.copy-damaged': 'The copy {name} is not as it was written, and is not used.',
  'found.database-damaged':
    'The database is damaged in a place that is not read every day. Save each consultation as one file, stop Standpoint, and run npx standpoint restore.',
  'found.codes-damaged':
    'The file that the codes of “{name}” need is damaged, so nobody can take their answers out by a code. The file is kept until the day that people were told. Tell them how else they can reach you.',
  'found.sealed-differs':
    'The answers of “{name}” are not what was counted when it was finished. Its counts stand; its single answers cannot be trusted.',
  'found.notTakenUp': '“{name}” could not be opened. {reason}',

  'lost.title': 'Sessions that could not be opened',
  'aside.title': 'Put aside',
  'aside.put': 'Put it aside',
  'aside.put.sure':
    '“{name}” then goes from your sessions, and its phones are told that it is over. Its answers are in no result. Its files are kept as they are for {n} days, and go before that with their consultation, once somebody takes their answers out by a code, or when you remove them. If a stick has it, it can be taken over from that afterwards too.',
  'aside.put.do': 'Put it aside',
  'aside.put.done': '“{name}” is put aside. Its files are kept.',
  'aside.one':
    '“{name}” was put aside on {day}. Its files are kept until {until}, for whoever can get something out of them:',
  'aside.remove': 'Remove its files',
  'aside.remove.sure':
    'What is kept of “{name}” goes for good, and a stick that has it may be written over. If nobody else has a copy, its answers are lost.',
  'aside.remove.do': 'Remove its files',
  'aside.remove.done': 'The files of “{name}” are removed.',

  'else.note': '“{name}” waits for you.',
  'else.decide': 'Decide on the Laptop page',
  'else.title': 'Sessions that another laptop may have',
  'else.taken':
    '“{name}” went on at another laptop: the stick says so. Go on there, and remove what is here.',
  'else.unknown':
    '“{name}” was copied to a stick that is not plugged in, so nobody can tell here whether another laptop goes on with it. If none does, go on here.',
  'else.wait': 'Its phones wait, and are not told that it is over.',
  'else.open': 'Go on here',
  'else.open.sure': 'Two laptops that go on with one session make two truths. Has the other one stopped?',
  'else.open.do': 'It has stopped. Go on here',
  'else.remove': 'Remove what is here',
  'else.remove.sure':
    'What is here of “{name}” goes for good. The other laptop has it all but what was placed in the last minute before this one stopped by phones that have left since.',
  'else.remove.do': 'Remove it',
  'else.cancel': 'Not now',
  'else.go': 'To “{name}”',
  'else.opened': '“{name}” goes on here.',
  'else.removed': 'What was here of “{name}” is removed.',

  'stick.title': 'A stick, in case this laptop dies',
  'stick.words':
    'While a session is running, two copies of it on the stick overwrite each other. With the stick and its passphrase another laptop goes on with the same people and their answers. Whoever finds the stick reads nothing without the passphrase.',
  'stick.folder': 'Folder of the stick on this laptop',
  'take.folder': 'Folder of the other laptop’s stick, as it is plugged in here',
  'stick.folder.hint': 'The stick itself, not a folder on it. For example {example}',
  'stick.found': 'Plugged in now',
  'stick.name': 'Copy to this stick',
  'stick.busy': 'Setting it up…',
  'stick.named': 'Copies go to {folder}.',
  'stick.copied': 'The last one was made at {minute}.',
  'stick.none.yet':
    'Standpoint has made none since it was started. While a session runs there is one each minute.',
  'stick.forget': 'End the copies',
  'stick.forgotten': 'No more copies are made. What was on the stick was removed where it was plugged in.',
  'stick.pass.title': 'Write this passphrase down',
  'stick.pass.text':
    'It is shown once. Keep it apart from the stick, where you find it when this laptop is gone.',
  'stick.pass.done': 'I have written it down',

  'take.card': 'Did another laptop die in the middle of a session?',
  'take.card.go': 'Take over here',
  'take.title': 'Take over from the stick of another laptop',
  'take.words':
    'Close the windows of that laptop, if they still stand open. Plug its stick in here and type its passphrase. Should that laptop come back, it asks before it goes on.',
  'take.passphrase': 'Passphrase of the stick',
  'take.passphrase.hint': 'Six groups of four',
  'take.do': 'Take over',
  'take.busy': 'Taking over…',
  'take.done': 'Taken over',
  'take.session':
    '“{name}” is here as it was at {minute} or later. Phones whose page stayed open send again what is missing.',
  'take.session.day':
    '“{name}” is here as it was on {day} at {minute} or later. Phones whose page stayed open send again what is missing.',
  'take.doubt.title': 'Is this the newest there is?',
  'take.doubt.newer':
    'Another stick is plugged in, at {folder}, which was named after this one. Take over from that one: it has what this one has, and what came after it.',
  'take.doubt.made': 'This stick was last copied to on {day} at {minute}, by the clock of the other laptop.',
  'take.doubt.minutes': { one: 'That is {n} minute ago.', other: 'That is {n} minutes ago.' },
  'take.doubt.hours': { one: 'That is about {n} hour ago.', other: 'That is about {n} hours ago.' },
  'take.doubt.days': { one: 'That is about {n} day ago.', other: 'That is about {n} days ago.' },
  'take.doubt.ahead':
    'That is still to come by the clock of this one: one of the two is wrong, and how old the copy is nobody can tell.',
  'take.doubt.has': 'It has “{name}”.',
  'take.doubt.ended': 'It has “{name}”, which had ended by then.',
  'take.doubt.why':
    'What was placed, changed or taken back since is not on it. If another stick was named after it, take that one. If the session went on or ended elsewhere, leave this one: there would be two truths, and a stick cannot tell.',
  'take.doubt.do': 'It is the newest. Take over',
  'take.refused': '“{name}” was not taken over, and is on the stick still. {why}',
  'take.same': 'This laptop has the address of the other one: phones come by themselves.',
  'take.other':
    'The other laptop was at {address}; this one is not. Its new address is on the big screen until people are back; the code is the same. Whoever still has the page open presses “New address?” on it, types the address on the wall, and is the same person. Whoever has closed it comes in by a code for later or a card.',
  'take.address': 'If you can give this laptop that address and port, phones come by themselves.',
} as const satisfies Catalogue;
