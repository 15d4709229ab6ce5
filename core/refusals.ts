import { TALK_REFUSALS } from './refusalsTalk.ts';

/**
 * Every refusal of the server: its code, what it tells a person, and whether sending the same
 * thing again can help. docs/REFUSALS.md is this table in prose; a test holds the two equal.
 * The phone words its own from its message catalogue (`refusal.<code>`).
 */
export const REFUSALS = {
  // what was sent
  'bad-message': { retry: false, wording: 'The message does not have the expected form.' },
  'too-long': { retry: false, wording: 'The text is too long.' },
  'bad-characters': { retry: false, wording: 'The text has characters that cannot be kept.' },
  'too-fast': { retry: true, wording: 'Too many in a short time. Try again in a moment.' },
  // who asks
  'no-such-code': { retry: false, wording: 'No session has this code.' },
  'bad-token': { retry: false, wording: 'This phone was not recognised.' },
  'not-joined': { retry: false, wording: 'Join the session first.' },
  'door-locked': { retry: true, wording: 'The facilitator has closed the door for now.' },
  'room-full': { retry: false, wording: 'The session has as many people as it can hold.' },
  'not-allowed-here': {
    retry: false,
    wording: 'The facilitator screens answer only on the laptop itself, or on a device that was added there.',
  },
  'sign-in-needed': { retry: false, wording: 'Sign in first.' },
  'not-your-role': { retry: false, wording: 'This device may not do that.' },
  'wrong-link': {
    retry: false,
    wording: 'This link was used already, or a newer one was printed.',
  },
  'wrong-passphrase': { retry: false, wording: 'This is not the passphrase.' },
  'passphrase-short': {
    retry: false,
    wording: 'Take at least six words, or at least 15 characters.',
  },
  'no-pairing': {
    retry: false,
    wording: 'No device is being added now. Ask for a new PIN on the laptop.',
  },
  'wrong-pin': { retry: false, wording: 'This is not the PIN.' },
  'tablet-locked': { retry: false, wording: 'This tablet is locked. Type its PIN first.' },
  'other-session': {
    retry: false,
    wording: 'These answers were sealed for another session, so they cannot be opened here.',
  },
  'needs-tls': {
    retry: false,
    wording: 'This kind of device joins by the address that begins with https.',
  },
  'tls-port-taken': {
    retry: false,
    wording: 'The port for other devices is taken. Start Standpoint with another, by --tls-port.',
  },
  'no-such-device': { retry: false, wording: 'This device is not signed in any more.' },
  'wrong-origin': { retry: false, wording: 'The request came from another site.' },
  'group-unknown': { retry: false, wording: 'This session has no such group.' },
  'group-needed': { retry: false, wording: 'Choose a group first.' },
  // placing
  'no-such-board': { retry: false, wording: 'This session has no such statement.' },
  'no-such-answer': { retry: false, wording: 'This scale has no such answer.' },
  'not-open': { retry: false, wording: 'Placing is not open for this statement.' },
  paused: { retry: true, wording: 'The session is paused.' },
  stale: { retry: false, wording: 'A newer answer is already saved.' },
  'not-saved': { retry: true, wording: 'The answer could not be saved.' },
  'read-only': { retry: false, wording: 'This session can be read but not changed.' },
  // paper slips
  'slip-entered': { retry: false, wording: 'A slip with this number is in already.' },
  'slip-unknown': { retry: false, wording: 'No slip with this number is in.' },
  'slip-forgotten': {
    retry: false,
    wording:
      'This slip was entered before Standpoint was started again. It counts. Its answers can no longer be found by its number.',
  },
  // the facilitator's ladder
  'no-such-session': { retry: false, wording: 'There is no such session.' },
  'wrong-state': { retry: false, wording: 'The session is not at a point where this can be done.' },
  'photos-full': {
    retry: false,
    wording: 'There is no room for another photograph of the wall. Remove one first.',
  },
  ...TALK_REFUSALS,
  'small-room': {
    retry: false,
    wording: 'Fewer than five people answered. Ask the room before showing it.',
  },
  'few-changed': {
    retry: false,
    wording: 'Only a few answers have changed since this was shown. Choose what to show.',
  },
  'one-answer': {
    retry: false,
    wording: 'Everyone in one group gave the same answer. Choose whether to show it by group.',
  },
  'nothing-to-undo': { retry: false, wording: 'There is nothing to undo.' },
  'no-such-note': { retry: false, wording: 'There is no such comment.' },
  'team-only': { retry: false, wording: 'The writer wants only the team to read this comment.' },
  'address-unknown': { retry: false, wording: 'The laptop has no such address.' },
  // codes for later, leaving, and how long things are kept
  'code-unknown': {
    retry: false,
    wording:
      'No answers here have this code. It may be mistyped, or the day until which answers could be taken out is over.',
  },
  'code-spent': { retry: false, wording: 'The answers under this code have been taken out already.' },
  'card-taken': { retry: false, wording: 'This is no card of this session, or somebody has it already.' },
  left: { retry: false, wording: 'This person has left and has taken their answers back.' },
  'codes-open': {
    retry: false,
    wording:
      'People can still take their answers out with a code, which works only on this laptop. Remove it after that day.',
  },
  'checks-open': {
    retry: false,
    wording: 'Tick everything on the checklist for people under 18 first.',
  },
  'date-too-soon': { retry: false, wording: 'Choose a day that is at least a week from now.' },
  'day-told': {
    retry: false,
    wording:
      'People were told that their answers are kept until a day. It can be made earlier, not later or none.',
  },
  'codes-later': {
    retry: false,
    wording: 'People were told that they can take their answers out until a later day.',
  },
  'taken-out-since': {
    retry: false,
    wording:
      'This is older than a session that was removed here, out of which somebody had taken their answers. It would bring them back. Open one that was written after that.',
  },
  'past-its-date': {
    retry: false,
    wording: 'These data were to be destroyed on a day that is over, so they were not opened.',
  },
  // consultations, sessions and files
  'no-such-consultation': { retry: false, wording: 'There is no such consultation.' },
  'no-such-template': { retry: false, wording: 'There is no such template.' },
  'changed-elsewhere': {
    retry: false,
    wording: 'This was changed in another window. Load it again.',
  },
  'wording-frozen': {
    retry: false,
    wording: 'Someone has answered this statement. Correct it as a new version.',
  },
  'answered-already': {
    retry: false,
    wording: 'Someone has answered already, so this can no longer be changed.',
  },
  'held-already': {
    retry: false,
    wording: 'A session was held with this, so it stays. To take it out, remove that session first.',
  },
  'session-running': { retry: false, wording: 'A session is running. End it first.' },
  'no-letters': {
    retry: false,
    wording: 'Some texts are in letters that Standpoint has no font for, and cannot be printed.',
  },
  'nothing-to-place': { retry: false, wording: 'Add at least one statement first.' },
  'needs-linking': {
    retry: false,
    wording: 'This needs a linked session: here nothing says which answers are one person’s.',
  },
  'no-themes': {
    retry: false,
    wording: 'Nothing is under a theme yet, so there is no such file.',
  },
  // comments, reports and what leaves the team
  'nothing-sealed': {
    retry: false,
    wording: 'No session is finished yet, so there is nothing to report.',
  },
  'sessions-gone': {
    retry: false,
    wording: 'Every session that this report was about has been removed. Choose its sessions again.',
  },
  'release-refused': {
    retry: false,
    wording: 'This cannot leave the team as it stands. The check says why.',
  },
  'confirm-first': {
    retry: false,
    wording: 'The check found something that has to be read and confirmed first.',
  },
  'taken-back': {
    retry: false,
    wording:
      'Something was taken back, removed or changed while it was being made, so nothing of it was kept. Check it and make it again.',
  },
  'approval-needed': {
    retry: false,
    wording: 'Say who approved it first: this consultation asks for that.',
  },
  'not-to-quote': {
    retry: false,
    wording: 'Whoever wrote this did not agree to be quoted.',
  },
  'no-such-release': { retry: false, wording: 'There is no such release.' },
  'no-such-job': { retry: false, wording: 'This work is not known any more. Start it again.' },
  'concerns-wait': {
    retry: false,
    wording:
      'A concern waits for the lead who is named. It is theirs to open, so no other lead can be named before it is seen to.',
  },
  'no-lead': {
    retry: false,
    wording: 'Nobody is named to whom concerns go. Name the lead on the consultation’s page first.',
  },
  'other-lead': {
    retry: false,
    wording: 'Somebody else is named as the lead since. Send it again: it is then sealed for them.',
  },
  'alone-enough': {
    retry: false,
    wording: 'You have asked for this already. Tell the person who leads the session.',
  },
  'alone-over': { retry: false, wording: 'The day on which this would be deleted is over.' },
  'alone-open': {
    retry: false,
    wording: 'It came on a day on which a session is still open. It can be opened once that is finished.',
  },
  locked: { retry: false, wording: 'This archive is locked. Type its passphrase, or its key.' },
  'wrong-key': { retry: false, wording: 'This passphrase or key does not open it.' },
  'not-locked': {
    retry: false,
    wording: 'This is not the file that was locked last here. Lock the consultation away once more.',
  },
  'bad-file': { retry: false, wording: 'The file could not be read.' },
  'file-newer': { retry: false, wording: 'The file was made by a newer Standpoint.' },
  'too-large': { retry: false, wording: 'The file is too large.' },
  'no-such-page': { retry: false, wording: 'There is no such page.' },
  'stick-missing': {
    retry: false,
    wording: 'There is no such folder on this laptop. Is the stick plugged in?',
  },
  'stick-none': {
    retry: false,
    wording: 'This folder is no stick of Standpoint. Name the stick itself, not a folder on it.',
  },
  'stick-full': {
    retry: false,
    wording: 'This stick is full. Remove something from it, or take another one.',
  },
  'stick-read-only': {
    retry: false,
    wording: 'This stick can be read and not written. Unlock it, or take another one.',
  },
  'stick-failed': {
    retry: false,
    wording: 'This stick could not be written. Try it in another socket, or take another one.',
  },
  'stick-damaged': {
    retry: false,
    wording: 'What is on this stick is damaged and cannot be opened.',
  },
  'stick-others': {
    retry: false,
    wording: 'This stick has sessions of another laptop on it. Take them over, or choose another stick.',
  },
  'stick-given-up': {
    retry: false,
    wording:
      'The other laptop gave this stick up: it copied to another one after it, or ended the copies. Plug in that other stick. If there is none, start the other laptop again: it has everything.',
  },
  'session-waits': {
    retry: true,
    wording:
      'This session waits: another laptop may have gone on with it. Decide on the Laptop page of the console.',
  },
  'stick-empty': {
    retry: false,
    wording: 'There is no session on this stick that can be taken over.',
  },
  'disk-full': {
    retry: true,
    wording:
      'The disk of the laptop is full. Free some space; nothing typed is lost while this page is open.',
  },
  fault: { retry: true, wording: 'Something went wrong on the laptop. Nothing was lost.' },
} as const satisfies Record<string, { retry: boolean; wording: string }>;
