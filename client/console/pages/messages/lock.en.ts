/** Words of locking a consultation away, and of opening what was locked. */
import type { Catalogue } from '../../../../core/message.ts';

export const LOCK_EN = {
  'lock.do': 'Lock away',
  'lock.do.of': 'Lock away “{title}”',
  'lock.title': 'Lock away “{title}”',
  'lock.words':
    'Everything of this consultation goes into one locked file. Whoever finds it, or this laptop, cannot read it without the passphrase.',
  'lock.way': 'Who can open it?',
  'lock.way.passphrase': 'Whoever knows a passphrase',
  'lock.way.passphrase.hint': 'Also without Standpoint, with the free program age.',
  'lock.way.keys': 'The holders of these keys',
  'lock.way.keys.hint': 'For those who use age: their public keys, one a line.',
  'lock.passphrase': 'Passphrase',
  'lock.passphrase.hint': 'At least {n} characters. Six words that nobody would guess are good.',
  'lock.make': 'Make one up',
  'lock.again': 'The passphrase once more',
  'lock.again.hint': 'Type it from your paper, so that you know it is right there.',
  'lock.write':
    'Write it down on paper and keep it away from the file. If it is lost, nobody can open the file any more, not even we.',
  'lock.keys': 'Public keys',
  'lock.keys.hint': 'Each begins with age1. Every one of them opens the file alone.',
  'lock.short': 'A passphrase needs at least {n} characters.',
  'lock.differ': 'The two are not the same. Type it once more.',
  'lock.keys.none': 'Paste at least one key.',
  'lock.save': 'Lock it and save the file',
  'lock.working': 'Locking it, and opening it again to be sure. This takes a few seconds.',
  'lock.saved': 'Saved as {name}',
  'lock.saved.words':
    'It was opened again to see that it works. Keep it in two places, for instance on two memory sticks.',
  'lock.remove.title': 'Remove it from this laptop?',
  'lock.remove.words':
    'What is left on the laptop can still be read by whoever gets at it. To remove it, choose the file that was just saved, where you keep it: then it is certain that you have it.',
  'lock.remove.file': 'The locked file',
  'lock.remove.file.hint': 'It ends in .age. It is only looked at.',
  'lock.remove.codes': 'Codes for taking answers out later do not work any more once it is removed.',
  'lock.remove.alone':
    'Who waits to talk alone or to be told alone is in no file. It is deleted with the consultation.',
  'lock.remove.do': 'Remove it from this laptop',
  'lock.remove.none': 'Choose the file first.',
  'lock.removed': 'Locked away and removed: {title}',
  'lock.keep': 'Leave it here as well',
  'lock.open': 'Passphrase or key',
  'lock.open.hint':
    'This file is locked. Type its passphrase, or paste a key that begins with AGE-SECRET-KEY.',
} as const satisfies Catalogue;
