/** Every word of the printed pack but those of its script. Participants read most of it. */
import type { Catalogue } from '../message.ts';

export const paperEn = {
  'pack.title': 'Paper pack: {title}',
  'wall.title': 'Wall sheets: {title}',
  'codes.title': 'Code cards: {title}',
  sample: 'SAMPLE. Not a real consultation.',
  unprintable: 'Some letters are in none of the fonts and stand as \ufffd.',

  'part.statements': 'Statement sheets',
  'part.headings': 'Headings',
  'part.cards': 'Cards for the wall',
  'part.slips': 'Answer slips',
  'part.tally': 'Tally sheets',
  'part.consent': 'Taking part, in plain words',
  'part.help': 'Help and complaints',
  'part.heard': 'Were you heard?',
  'part.script': 'What to say',
  'part.alone': 'Cards to talk alone',
  'part.codes': 'Code cards',

  'list.heading': 'What is in this pack',
  'list.made': 'Made with Standpoint on {date}. For {n} people.',
  'list.session': 'Session: {name}',
  'list.print':
    'Print it in black, on one side of the paper, at full size (100 %, not “fit to page”). Nothing stands nearer than 10 mm to the edge.',
  'list.part': 'Part',
  'list.page': 'Pages',
  'list.do': 'What to do with it',
  'list.pages': '{from} to {to}',
  'list.apart': 'a file of its own',
  'do.statements': 'Hang each with the headings under it. Thick paper, if you have some.',
  'do.headings':
    'One set for each statement on the wall. Hang them in this order, disagree on the left. Print that many.',
  'do.cards': 'Cut along the lines: eight from a sheet. The cheapest paper is fine. Every pen alike.',
  'do.slips': 'Fold in the middle, print inside. Shuffle them before you hand them out.',
  'do.tally': 'Tick a box for each card. Read the counts to the room before you write them down.',
  'do.consent': 'One for each person, to keep. Go through it aloud.',
  'do.help': 'One on the wall, and one for each person.',
  'do.heard':
    'One for each person, at the end. Fold it and put it in the box. Count the ticks, and type the counts in on the page “Were you heard?”.',
  'do.script': 'For whoever leads the session.',
  'do.alone': 'Cut in the middle. Lay them where people can take one unseen, with a box to post them in.',
  'do.codes': 'Cut, shuffle, let people draw. Keep no copy, and delete the file when they are printed.',

  'sheet.for': 'For: {groups}',
  'sheet.picture': 'Picture of statement {n}',
  'headings.of': 'For statements {numbers}',

  'cards.statement': 'Statement {n}',
  'cards.round': 'Round {round}',
  'cards.why': 'Why? Write it here, if you like.',
  'cards.names': 'Everyone in the room can read this. No names, please.',
  'cards.group': 'My group',

  'heard.how':
    'You do not have to fill this in. No name, please. Fold it with the print inside and put it in the box.',
  'heard.said': '“I could say what I wanted to say.”',
  'heard.yes': 'Yes',
  'heard.partly': 'Partly',
  'heard.no': 'No',
  'heard.declined': 'Rather not say',
  'heard.unknown': 'I do not know',
  'heard.stopped': 'What stopped you?',
  'heard.stopped.who': 'If you like. Only the team reads it. No names.',
  'heard.true': 'We told you what can change. Was that true?',
  'heard.open': 'You were told that this can still change:',
  'heard.decided': 'You were told that this is already decided:',
  'heard.part': 'You were told this about your part:',
  'heard.kept':
    'Only how many ticked each box is kept, and what you wrote. Neither stands beside your answers.',

  'slip.number': 'Slip {n}',
  'slip.round': 'Slip {n}, round {round}',
  'slip.sheet': 'sheet {n} of {of}',
  'slip.fold': 'fold here',
  'slip.how':
    'Hold up the half that you are not writing on, like a screen, so that nobody sees. Then fold it shut and put it in the box. Leave the outside blank.',
  'slip.no':
    'If you do not want to take part, fold it empty and put it in the box too. Nobody sees a difference.',
  'slip.once': 'Answer in one way only. If you use cards, a phone or a tablet, fold this empty.',
  'slip.unkept': 'The number only helps to type this in. This number is not kept with your answers.',
  'slip.skip': 'Tick one box for each statement. You may leave out any.',
  'slip.group': 'My group (tick one)',
  'slip.group.two': 'My groups (tick one or two)',
  'slip.quote': 'May we use your words in the report, without your name?',
  'slip.code': 'Code from your code card, if you have one:',
  'slip.why': 'Say why, if you like. No names, please.',
  'slip.who': 'Who may read it?',
  'slip.room': 'The room',
  'slip.team': 'Only the team',
  yes: 'Yes',
  no: 'No',

  'tally.heading': 'Tally: statement {n}',
  'tally.round': 'Tally: statement {n}, round {round}',
  'tally.group': 'Group',
  'tally.all': 'Everyone',
  'tally.total': 'Total',
  'tally.sum': 'All',
  'tally.key': 'key {n}',
  'tally.heads': 'People in the room',
  'tally.cards': 'Cards on this wall',
  'tally.none': 'Put up nothing',
  'tally.read':
    'One person counts, another ticks. Read the counts to the room. When everyone has heard them, write the totals.',
  'tally.more': 'more',

  'consent.about': 'What this is about',
  'consent.asked': 'Who asked for it',
  'consent.led': 'Who leads it',
  'consent.answers': 'Who will answer you',
  'consent.answersBy': '{who}, by {when}',
  'consent.decided': 'Already decided',
  'consent.open': 'Still open',
  'consent.part': 'Your part',
  'consent.choice': 'It is up to you',
  'consent.no': 'A “no” changes nothing about your case, contact, sentence or job.',
  'consent.yes':
    'If you want to take part, put up your cards or fill in your slip. If not, leave them empty: nobody sees a difference. You need not sign.',
  'consent.once': 'Answer in one way only: with cards, on a slip, on a phone or on a tablet.',
  'consent.skip': 'You may leave out any statement.',
  'consent.change': 'You may change or take away your card until the cards are counted.',
  'consent.stop': 'You may stop at any time, and go out. You need not say why.',
  'consent.slip':
    'You may take your slip back until it is in the box. To take everything back later you need a code card.',
  'consent.slipOnly': 'You may take your slip back until it is in the box.',
  'consent.quote': 'You may say no to being quoted, and still take part.',
  'consent.code.until':
    'With a code card you can take your answers out until {date}. Put its code on your slip, or tell it to the person who leads.',
  'consent.code.days': {
    one: 'With a code card you can take your answers out for {n} day after the session. Put its code on your slip, or tell it to the person who leads.',
    other:
      'With a code card you can take your answers out for {n} days after the session. Put its code on your slip, or tell it to the person who leads.',
  },
  'consent.code.after':
    'After that day nobody can find which answers are yours. Without a code nobody can find them once the session is finished.',
  'consent.code.none': 'Once the session is finished, your answers cannot be taken out any more.',
  'consent.wall': 'Cards on the wall are counted together. Nobody can find which one was yours later.',
  'consent.published': 'What is in a report that was sent out cannot be taken back.',
  'consent.kept': 'What is kept',
  'consent.kept.what':
    'Your answers, what you write, and your group. Not your name, not the number of your slip, not the time.',
  'consent.unlinked':
    'Nothing we keep on the laptop says who you are. Nothing there shows which answers come from one person.',
  'consent.unlinked.some':
    'In sessions that are not linked: nothing we keep on the laptop says who you are, and nothing there shows which answers come from one person.',
  'consent.linked':
    'This is confidential, not anonymous. Nothing we keep on the laptop says your name. But one random number joins all answers of your slip. Someone who knows you may recognise them.',
  'consent.linked.some':
    'In linked sessions ({names}): confidential, not anonymous. One random number joins all answers of a slip. Someone who knows you may recognise them.',
  'consent.until': 'It is kept until {date}. Then the laptop destroys it.',
  'consent.untilAsk': 'Ask the person who leads the session how long it is kept.',
  'consent.paper':
    'The paper: the person who leads types in what you wrote. Slips and cards are locked away by',
  'consent.paper.until': 'and destroyed on',
  'consent.guess': 'Who might guess',
  'consent.guess.room':
    'Others in the room see where you put a card, and may know your handwriting. If you do not want that, use a slip.',
  'consent.guess.write':
    'Others may guess who you are from what you write. Do not write names. On a slip you choose who may read it: the room, or only the team.',
  'consent.guess.typed': 'Whoever types in the slips sees your handwriting.',
  'consent.guess.small': 'In a small group, the team may work out which answers are yours.',
  'consent.danger': 'When we must tell someone',
  'consent.danger.what': 'If what you write shows that someone is in danger, we must pass it on.',
  'consent.danger.to': 'It goes to',
  'consent.help': 'Help and complaints',
  'consent.upset': 'If something upsets you',
  'consent.complain': 'To complain',
  'consent.under18': 'If you are under 18',
  'consent.under18.what':
    'Somebody has talked with you, or with your parent or carer, about taking part. You can still say no. There is somebody here you can go to: ask who.',

  'help.upset': 'If something upsets you',
  'help.upset.ask': 'You can stop, go out, and come back. You need not say why. You can talk to:',
  'help.complain': 'To complain',
  'help.complain.ask':
    'You can complain about anything here. It changes nothing about your case, contact, sentence or job. Complaints go to:',
  'help.danger': 'If someone is in danger',
  'help.out': 'To take your answers out',
  'help.out.until':
    'Give the code on your card to the person who led the session, until {date}. They are told that it was done, not which answers were yours.',
  'help.out.days': {
    one: 'Give the code on your card to the person who led the session, for {n} day after it. They are told that it was done, not which answers were yours.',
    other:
      'Give the code on your card to the person who led the session, for {n} days after it. They are told that it was done, not which answers were yours.',
  },
  'help.out.none': 'Answers can be taken out only while the session lasts. Ask the person who leads it.',
  'help.lead': 'Who leads this',

  'code.heading': 'Your code card',
  'code.until': 'With this code you can take your answers out until {date}.',
  'code.now': 'With this code you can take your answers out while the session lasts.',
  'code.how': 'Write it on your slip. Keep the card, and keep it to yourself. No name is on it.',
  'code.after': 'Afterwards, give it to the people who lead this, or type it on a phone near their laptop:',

  'alone.talk': 'I would rather talk alone',
  'alone.talk.text':
    'You can ask to talk with one person, away from the group. Only {lead} and whoever types this in read it.',
  'alone.apart': 'It is kept apart from your answers. It is up to you, and changes nothing else.',
  'alone.until':
    'When it is typed in this card is destroyed. What was typed is deleted on {date} at the latest.',
  'alone.untilAsk':
    'When it is typed in this card is destroyed. Ask the person who leads until when what was typed is kept.',
  'alone.find': 'How can {lead} find you? A first name, or “the person with the red card”.',
  'alone.when': 'When and where is good?',
  'alone.aloud': 'Is it safe that somebody speaks to you in front of others?',
  'alone.write': 'Is it safe that somebody writes to you?',
  'alone.want': 'Yes, I want {lead} to ask me.',
  'alone.yes': 'Yes',
  'alone.no': 'No',
  'alone.unsure': 'I am not sure',
  'alone.box': 'Fold it and put it in the box.',
  'alone.instead': 'Or ask, without writing anything: {who}',
  'alone.told': 'I want to be told alone what became of this',
  'alone.told.text': 'Usually people are told by a poster or in the group. For that there is nothing to do.',
  'alone.safe': 'Is it safe for you that somebody writes to you or speaks to you about this?',
  'alone.safe.yes': 'If yes: how and where should {lead} tell you?',
  'alone.safe.no':
    'If no, or if you are not sure: keep this card. Look at the poster, be there when the group is told, or ask yourself when it suits you.',
  'alone.speak': 'Speak to me',
  'alone.writing': 'Write to me',

  'field.statements': 'statements {numbers}',
  'field.title': 'the title',
  'field.aim': 'the aim',
  'field.askedBy': 'who asks',
  'field.ledBy': 'who leads this',
  'field.answeredBy': 'who answers',
  'field.answerDue': 'when the answer comes',
  'field.decided': 'what is decided',
  'field.open': 'what is open',
  'field.dangerTo': 'who is told of danger',
  'field.helpFrom': 'where there is help',
  'field.complainTo': 'who takes complaints',
  'field.withdrawUntil': 'until when answers can be taken out',
  'field.consent': 'what people agree to',
  'field.rights': 'their rights',
  'field.talkTo': 'whom people can go to to talk alone',
  'field.groups': 'the names of groups',
  'field.session': 'the name or the place of a session',

  'step.begin': 'Setting the pages',
  'step.file': '{done} of {of} files',
} as const satisfies Catalogue;
