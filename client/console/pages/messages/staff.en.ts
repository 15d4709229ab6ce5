/** What the console says about signing in, other devices, and who did what. */
import type { Catalogue } from '../../../../core/message.ts';

export const STAFF_EN = {
  'sign.page': 'Sign in',
  'sign.here': 'Sign in on this laptop',
  'sign.here.words': 'Standpoint printed a link in the window where it was started. Open that link.',
  'sign.here.example': 'It looks like this:',
  'sign.here.used':
    'Each link signs you in once. For a new one, go to that window and press Enter. Where there is no such window, run “npx standpoint link” in Standpoint’s folder.',
  'sign.passphrase.title': 'Or with your passphrase',
  'sign.passphrase': 'Passphrase',
  'sign.do': 'Sign in',
  'sign.again': 'You have been signed out',
  'sign.again.words':
    'The time was over, or somebody took this access back. What is on the page stays there. Sign in again to go on.',
  'sign.later': 'Not now',
  'sign.gone':
    'Standpoint on this laptop does not answer. Check that it is still running, then load this page again.',

  'pair.page': 'Join',
  'pair.title': 'Join as another device',
  'pair.words': 'On the laptop, choose “Another device”. It shows a PIN. Type it here.',
  'pair.plain':
    'By this address only a projector or a shared tablet can join. For anything else, open the address on the laptop that begins with https.',
  'pair.pin': 'PIN',
  'pair.pin.hint': 'Six digits',
  'pair.pin.error': 'Type the six digits of the PIN.',
  'pair.name': 'A name for this device',
  'pair.name.hint': 'So that it is known on the laptop: “Amina’s tablet”.',
  'pair.name.error': 'Give this device a name.',
  'pair.do': 'Join',

  'screen.page': 'Projector',
  'screen.title': 'This device is a projector',
  'screen.which': 'Which session shall it show?',
  'tablet.page': 'Shared tablet',
  'tablet.title': 'This device is a shared tablet',
  'tablet.which': 'Which session is it for?',
  'screen.wait': 'No session is open yet. This page goes on by itself once the lobby of one opens.',
  'screen.unnamed': 'Session without a name',

  'role.here': '{role}, on this device: {name}',
  'role.chip': '{role}',
  'role.out': 'Sign out',
  'role.out.waiting': {
    one: '{n} change to what was said is on this device only. The laptop does not have it yet, and signing out forgets it.',
    other:
      '{n} changes to what was said are on this device only. The laptop does not have them yet, and signing out forgets them.',
  },
  'role.out.anyway': 'Sign out and forget them',
  'role.no': 'This page is not for this device',
  'role.no.words': 'It joined as {role}. The laptop’s console has this page.',
  'role.no.back': 'What this device may see',

  'dev.page': 'Devices and sign-in',
  'dev.link': 'Devices',
  'dev.words':
    'Everyone who is signed in to this Standpoint. People with phones are not: they have no sign-in.',
  'dev.device': 'Device',
  'dev.role': 'Role',
  'dev.since': 'Signed in',
  'dev.used': 'Last used',
  'dev.act': 'Access',
  'dev.laptop': 'This laptop',
  'dev.mine': 'this window',
  'dev.now': 'now',
  'dev.ago': { one: '{n} minute ago', other: '{n} minutes ago' },
  'dev.revoke': 'Take back',
  'dev.revoke.of': 'Take back the access of {name}',
  'dev.revoked': 'Access taken back from {name}.',
  'dev.add': 'Another device',
  'dev.add.hint': 'A tablet for walking about, a scribe’s laptop, a projector with a computer of its own.',
  'dev.out': 'Sign out here',

  'add.role': 'What may the device do?',
  'add.facilitator': 'Facilitator',
  'add.facilitator.hint': 'Runs the session, prepares, reports. Everything but adding and removing devices.',
  'add.scribe': 'Scribe',
  'add.scribe.hint':
    'Notes what is said and puts it under themes, holds interviews, lets comments through, enters cards, paper and who is here. Sees the live session and reads results.',
  'add.researcher': 'Researcher',
  'add.researcher.hint':
    'Reads results, takes files, puts what was said in finished sessions under themes, writes recommendations. Nothing live.',
  'add.projector': 'Projector',
  'add.projector.hint': 'Sees what the room sees.',
  'add.tablet': 'Shared tablet',
  'add.tablet.hint':
    'Is passed round among people without a phone. Takes in their answers and shows nothing.',
  'add.show': 'Show the PIN',
  'add.title': 'Another device: {role}',
  'add.scan': 'On the device, scan this, or open',
  'add.qr': 'Code for the other device: {url}',
  'add.then': 'Then type this PIN there:',
  'add.left': { one: 'It holds for {n} more minute, once.', other: 'It holds for {n} more minutes, once.' },
  'add.warn': 'The device’s browser will warn you. That is expected.',
  'add.warn.why':
    'This laptop made its certificate itself, so the browser cannot know whose it is. The connection is encrypted all the same. To be sure that it is this laptop’s, open the certificate in the warning and compare its SHA-256 fingerprint:',
  'add.warn.go':
    'If it is the same, choose “Advanced” and go on. If it is not, stop: someone else is answering.',
  'add.trusted': 'The connection is encrypted with your own certificate. The browser should not warn.',
  'add.spent':
    'Five wrong PINs were typed, so it does not hold any more. Scanning the code still works; or make a new PIN.',
  'add.over': 'The PIN’s time is over.',
  'add.anew': 'Make a new PIN',
  'add.joined': '{name} has joined as {role}.',
  'add.more': 'Add another',
  'add.done': 'Done',

  'pass.title': 'Passphrase',
  'pass.none':
    'With a passphrase you can sign in on this laptop without the link that is printed at each start.',
  'pass.set': 'A passphrase is set. It works on this laptop only.',
  'pass.new': 'New passphrase',
  'pass.hint': 'At least six words, or at least 15 characters. Nobody can look it up again.',
  'pass.do': 'Set it',
  'pass.change': 'Change it',
  'pass.remove': 'Remove it',
  'pass.done': 'The passphrase is set.',
  'pass.removed': 'The passphrase is removed. Sign in by the link that is printed.',

  'log.page': 'Who did what',
  'log.words':
    'Sign-ins, files that were taken, reports and removals. Nothing about people who took part. Entries are kept for {n} days.',
  'log.save': 'Save as a CSV file',
  'log.none': 'Nothing yet.',
} as const satisfies Catalogue;
