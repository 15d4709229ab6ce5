/** The sheets that people keep: taking part in plain words, and help and complaints. */
import {
  chapter,
  facts,
  leads,
  line,
  list,
  own,
  p,
  strong,
  ticks,
  type Piece,
  type TextPart,
} from './blocks.ts';
import type { PackSource } from './source.ts';
import { dayInWords, paper, said } from './words.ts';

/** Until when a code takes answers out: a day that people were told, so many days, or not at all. */
export type OutUntil = { date: string } | { days: number } | null;

export function outUntil({ session, consultation }: PackSource): OutUntil {
  if (session !== null && session.state !== 'draft')
    return session.withdrawUntil === undefined ? null : { date: dayInWords(session.withdrawUntil) };
  return consultation.withdrawDays === 0 ? null : { days: consultation.withdrawDays };
}

/** The day on which data are destroyed, in words: as a session's people were told, else as it is set. */
export function keptUntil({ session, facts: of }: PackSource): string {
  const told = session?.keepUntil;
  return told === undefined ? of.keepUntil : dayInWords(told);
}

/** What is kept and what people can do: the same as phones say, for somebody without one. */
export function consentSheet(source: PackSource): TextPart {
  const { facts: of } = source;
  const out = outUntil(source);
  const kept = keptUntil(source);
  const answeredBy =
    of.answeredBy === '' || of.answerDue === ''
      ? of.answeredBy
      : paper('consent.answersBy', { who: of.answeredBy, when: of.answerDue });
  const chapters = [
    chapter(paper('consent.about'), [
      ...(of.aim === '' ? [line('')] : own(of.aim)),
      facts([
        [paper('consent.asked'), of.askedBy],
        [paper('consent.led'), of.ledBy],
        [paper('consent.answers'), answeredBy],
        ...(of.decided === '' ? [] : ([[paper('consent.decided'), of.decided]] as const)),
        ...(of.open === '' ? [] : ([[paper('consent.open'), of.open]] as const)),
        ...(of.part === '' ? [] : ([[paper('consent.part'), of.part]] as const)),
      ]),
    ]),
    chapter(paper('consent.choice'), [
      strong(paper('consent.no')),
      p(paper('consent.yes')),
      list([
        paper('consent.skip'),
        paper('consent.once'),
        paper('consent.change'),
        paper('consent.stop'),
        paper(out === null ? 'consent.slipOnly' : 'consent.slip'),
        paper('consent.quote'),
      ]),
      ...own(of.rightsWords),
    ]),
    chapter(paper('consent.kept'), [
      p(paper('consent.kept.what')),
      ...linking(source),
      p(kept === '' ? paper('consent.untilAsk') : paper('consent.until', { date: kept })),
      line(paper('consent.paper')),
      line(paper('consent.paper.until')),
    ]),
    chapter(paper('help.out'), [
      list([...outWords(out), paper('consent.wall'), paper('consent.published')]),
      ...own(of.withdrawWords),
    ]),
    chapter(paper('consent.guess'), [
      list([
        paper('consent.guess.room'),
        paper('consent.guess.write'),
        paper('consent.guess.typed'),
        paper('consent.guess.small'),
      ]),
    ]),
    chapter(paper('consent.danger'), [
      p(paper('consent.danger.what')),
      facts([[paper('consent.danger.to'), of.dangerTo]]),
    ]),
    chapter(paper('consent.help'), [
      facts([
        [paper('consent.upset'), of.helpFrom],
        [paper('consent.complain'), of.complainTo],
      ]),
      ...own(of.consentWords),
    ]),
    ...(of.under18 ? [chapter(paper('consent.under18'), [p(paper('consent.under18.what'))])] : []),
  ];
  return { kind: 'text', heading: paper('part.consent'), lead: said(of.title), chapters };
}

function linking({ facts: of }: PackSource): Piece[] {
  const both = of.linked && of.unlinked;
  return [
    ...(of.unlinked ? [strong(paper(both ? 'consent.unlinked.some' : 'consent.unlinked'))] : []),
    ...(of.linked
      ? [strong(both ? paper('consent.linked.some', { names: of.linkedSessions }) : paper('consent.linked'))]
      : []),
  ];
}

function outWords(out: OutUntil): string[] {
  if (out === null) return [paper('consent.code.none')];
  return [
    'date' in out
      ? paper('consent.code.until', { date: out.date })
      : paper('consent.code.days', { n: out.days }),
    paper('consent.code.after'),
  ];
}

/** Whom to turn to, on a sheet of its own for the wall and the pocket. */
export function helpSheet(source: PackSource): TextPart {
  const { facts: of } = source;
  const out = outUntil(source);
  const named = (text: string): Piece[] => (text === '' ? [line(''), line('')] : own(text));
  const outSaid =
    out === null
      ? paper('help.out.none')
      : 'date' in out
        ? paper('help.out.until', { date: out.date })
        : paper('help.out.days', { n: out.days });
  return {
    kind: 'text',
    heading: paper('part.help'),
    big: true,
    lead: said(of.title),
    chapters: [
      chapter(paper('help.upset'), [p(paper('help.upset.ask')), ...named(of.helpFrom)]),
      chapter(paper('help.complain'), [p(paper('help.complain.ask')), ...named(of.complainTo)]),
      chapter(paper('help.danger'), [
        p(paper('consent.danger.what')),
        facts([[paper('consent.danger.to'), of.dangerTo]]),
      ]),
      chapter(paper('help.out'), [p(outSaid), ...own(of.withdrawWords)]),
      chapter(paper('help.lead'), named(of.ledBy)),
    ],
  };
}

/** At the end: were you heard? As phones ask it, to be counted from the box. */
export function heardSheet({ facts: { open, decided, part } }: PackSource): TextPart {
  const told = open === '' ? decided : open;
  return {
    kind: 'text',
    heading: paper('part.heard'),
    lead: said(paper('heard.how')),
    chapters: [
      chapter(paper('heard.said'), [
        ticks([paper('heard.yes'), paper('heard.partly'), paper('heard.no'), paper('heard.declined')]),
      ]),
      chapter(paper('heard.stopped'), [p(paper('heard.stopped.who')), line(''), line(''), line('')]),
      // Whoever was told nothing has nothing to say of it.
      ...(told === '' && part === ''
        ? []
        : [
            chapter(paper('heard.true'), [
              ...(told === ''
                ? []
                : [leads(paper(open === '' ? 'heard.decided' : 'heard.open')), ...own(told)]),
              ...(part === '' ? [] : [leads(paper('heard.part')), ...own(part)]),
              ticks([paper('heard.yes'), paper('heard.partly'), paper('heard.no'), paper('heard.unknown')]),
            ]),
          ]),
      chapter(paper('consent.kept'), [p(paper('heard.kept'))]),
    ],
  };
}
