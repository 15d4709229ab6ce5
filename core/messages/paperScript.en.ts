/** The script for whoever leads a session without phones: what to do, and what to say word for word. */
import type { Catalogue } from '../message.ts';

export const paperScriptEn = {
  'script.heading': 'What to say',
  'script.how':
    'Read what stands beside the bar aloud, slowly, as it is. The rest is for you. What is empty here, fill in before you begin.',

  'before.heading': 'Before people come',
  'before.wall':
    'Hang the statement sheets, and under each the headings: disagree on the left, agree on the right.',
  'before.declines': 'Hang “{n}” and “{x}” a little to the side of each.',
  'before.decline': 'Hang “{word}” a little to the side of each.',
  'before.pens': 'Lay out pens that are all alike, so that no colour gives anyone away.',
  'before.slips': 'Fold and shuffle the slips. Put the box where nobody has to pass an officer or a worker.',
  'before.sheets': 'Lay a sheet “Taking part” and a sheet “Help and complaints” at each place.',
  'before.others':
    'Write down who else is in the room, such as supporters, interpreters, officers. They do not answer.',
  'before.heads': 'Count the people who may answer:',

  'welcome.heading': 'Welcome',
  'welcome.hello': 'Welcome, and thank you for coming. My name is {name}.',
  'welcome.about': 'Today is about this:',
  'welcome.asked': 'It was asked for by {who}.',
  'welcome.led': 'It is led by {who}.',
  'welcome.answers': '{who} will answer you, by {when}.',
  'welcome.decided': 'This is already decided:',
  'welcome.open': 'This is still open:',
  'welcome.part': 'This is your part in it:',
  'welcome.out': 'You can go out and come back at any time. You do not have to say why.',
  'welcome.present': 'These people are here and do not answer: {who}.',

  'consent.heading': 'Before anyone says yes',
  'consent.give': 'Everyone has the sheet “Taking part” in front of them. Do not hurry.',
  'consent.choice':
    'Taking part is up to you. A no changes nothing about your case, contact, sentence or job.',
  'consent.skip': 'You may leave out any statement. You may change your mind until the cards are counted.',
  'consent.once':
    'Please answer in one way only: with cards, on a slip, on a phone or on a tablet. Then everyone counts once.',
  'consent.either': 'Read one of the next two, for the kind of session this is, and strike out the other.',
  'consent.unlinked':
    'Nothing we keep on the laptop says who you are. Nothing there shows which answers come from one person.',
  'consent.linked':
    'This is confidential, not anonymous. Nothing we keep on the laptop says your name. But one random number joins all answers of a slip.',
  'consent.slipNumber': 'The number on a slip only helps us to type it in. It is not kept with your answers.',
  'consent.room':
    'Others see where you put a card, and may know your handwriting. If you do not want that, use a slip.',
  'consent.names': 'Please write no names, neither yours nor anyone else’s.',
  'consent.danger': 'If what you write shows that someone is in danger, we must pass it on to {who}.',
  'consent.quote':
    'We may use your words in the report, without your name. You can say no to that and still take part.',
  'consent.out.until': 'With a code card you can take your answers out until {date}.',
  'consent.out.days': {
    one: 'With a code card you can take your answers out for {n} day after today.',
    other: 'With a code card you can take your answers out for {n} days after today.',
  },
  'consent.out.none': 'Once the session is finished, answers cannot be taken out any more.',
  'consent.keep': 'What you say is kept until {date}. Then it is destroyed.',
  'consent.added': 'What this consultation adds:',
  'consent.ask': 'What would you like to ask?',
  'consent.wait': 'Wait. Count to twenty in your head before you go on.',
  'consent.no':
    'If you would rather not take part, that is fine. Take a slip and cards all the same, and leave them empty. Nobody sees a difference.',
  'consent.aloud': 'Nobody has to say yes aloud. Who wants to leave can do so now, with thanks.',

  'practice.heading': 'Practice',
  'practice.say': 'We try it with something that does not matter: “Tea is better than coffee.”',
  'practice.do':
    'Think first. Then take a card, write why if you like, and put it under a heading. If you use a slip, look for the boxes on it and put no tick yet.',
  'practice.where': 'The headings go from {first} to {last}. There is no right answer.',
  'practice.take': 'Take the practice cards down. They do not count.',

  'each.heading': 'Each statement',
  'each.twice': 'Read the statement twice. Then wait half a minute.',
  'each.say': 'Listen first. Think on your own. Then choose.',
  'each.place':
    'Put your card under one heading, or tick one box on your slip. Not both. Write why, if you like.',
  'each.turn':
    'Turn away from the wall while people put up their cards, and ask others in the room to do the same.',
  'each.ready': 'Does anyone need more time?',
  'each.count':
    'Count each heading, and tick the tally sheet. Then read the counts to the room, in the words below.',
  'each.differ':
    'If there are fewer cards than people, that is fine: some leave one out. If there are more, count again together.',
  'statement.heading': 'Statement {n}',
  'statement.round': 'Statement {n}, round {round}',
  'statement.say': 'Statement {n}.',
  'statement.for': 'For {groups}:',
  'statement.notes': 'Your notes',
  'statement.read': 'I read the counts.',
  'statement.cards': 'Together that is {blank} cards. Is that what you see too?',
  'statement.talk': 'What do you notice? Nobody has to say which card is theirs.',

  'round.heading': 'The second round',
  'round.say':
    'You have heard each other. We ask the same again. Take new cards. You can choose the same, or something else.',
  'talk.heading': 'Talk',
  'talk.say': 'Which of these matters most to you? What would have to change?',
  'talk.do':
    'Note what is said without names. Give everyone a turn who wants one. A person who says nothing has a reason.',

  'close.heading': 'The end',
  'close.thanks': 'Thank you. This is the end of our questions.',
  'close.box': 'Please fold your slip shut and put it in the box, also if it is empty.',
  'close.next': '{who} will answer, by {when}. You will be told what was done, or why not.',
  'close.cards': 'Keep your code card. You need it to take your answers out.',
  'close.heard': 'Were you heard today? Tell us what we should do better, or write it on a spare card.',
  'close.heard.sheet':
    'Were you heard today? There is a sheet that asks you. You do not have to fill it in. Fold it and put it in the box.',

  'help.heading': 'Help',
  'help.say': 'If anything today has upset you, you can talk to: {who}.',
  'help.complain': 'To complain, turn to: {who}.',
  'help.alone':
    'If you would rather talk with one person alone, or be told alone what came of this, there are cards for it. Take one whenever you like, fold it and put it in the box. You do not have to say why.',
  'help.stay': 'I stay here for a while. You can come to me alone.',

  'after.heading': 'When everyone has gone',
  'after.take':
    'Take the cards down one heading at a time, and write statement and heading on the back of each pile.',
  'after.type':
    'Type in counts, comments and slips on the console. Copy words out; no photograph of handwriting goes into the data.',
  'after.box':
    'Do not sort the slips by number. Lock paper away, and destroy it on the day that people were told.',
  'after.danger': 'If something shows that someone is in danger, pass it on today.',
} as const satisfies Catalogue;
