/**
 * A project and a codebook as REFI-QDA has them (specification 1.5, schema 1.0). The order of children is the
 * schema's, wrappers are left out where they would be empty, and who made something on which day is always there:
 * programs have stumbled over each of these.
 */
import { lengthOf, safeText, withLf } from './text.ts';
import type { Guid, QdaAttribute, QdaCase, QdaCode, QdaProject, QdaSelection, QdaSource } from './types.ts';
import { HEAD, makePen, type Pen } from './xml.ts';

const PROJECT = 'urn:QDA-XML:project:1.0';
const CODEBOOK = 'urn:QDA-XML:codebook:1.0';
/** Whoever made the project itself. */
const MAKER = 'Standpoint';

export interface WrittenProject {
  /** `project.qde` */
  xml: string;
  /** Texts by the names they have in the folder `sources`. */
  texts: readonly { name: string; text: string }[];
  /** Characters that could not be kept, each replaced by one other. */
  replaced: number;
}

/** @throws where a selection lies outside its text or has no text in it, or a code or selection is not there */
export function writeProject(project: QdaProject, guid: Guid): WrittenProject {
  const pen = makePen(safeText);
  const codes = new Set(flat(project.codes).map(({ id }) => id));
  const texts: { name: string; text: string }[] = [];
  let replaced = 0;
  const user = (name: string): string => guid(`user ${name}`);
  const variable = ({ name, type }: QdaAttribute): string => guid(`variable ${type} ${name}`);
  const values = (attributes: readonly QdaAttribute[]): string[] =>
    attributes
      .filter(({ value }) => value !== '')
      .map((one) =>
        pen.element('VariableValue', {}, [
          pen.element('VariableRef', { targetGUID: variable(one) }),
          ...pen.textElement(`${one.type}Value`, one.value),
        ]),
      );
  const source = (one: QdaSource): string => {
    const id = guid(one.id);
    const lines = withLf(one.text);
    const safe = safeText(lines.text);
    replaced += safe.replaced;
    texts.push({ name: `${id}.txt`, text: safe.text });
    const length = lengthOf(safe.text);
    return pen.element(
      'TextSource',
      {
        guid: id,
        name: one.name,
        plainTextPath: `internal://${id}.txt`,
        creatingUser: user(MAKER),
        creationDateTime: dayStart(one.day),
      },
      [
        ...pen.textElement('Description', one.description),
        ...one.selections.map((own) => {
          const [from, to] = [lines.at(own.from), lines.at(own.to)];
          if (!(from >= 0 && from < to && to <= length)) throw new Error('a selection outside its text');
          return selection(own, from, to);
        }),
        ...values(one.attributes),
      ],
    );
  };
  const selection = (own: QdaSelection, from: number, to: number): string =>
    pen.element(
      'PlainTextSelection',
      {
        guid: guid(own.id),
        startPosition: String(from),
        endPosition: String(to),
        creatingUser: user(own.coder),
        creationDateTime: dayStart(own.day),
      },
      [
        ...pen.textElement('Description', own.description),
        ...own.codings.map(({ code, coder }) => {
          if (!codes.has(code)) throw new Error('a coding with a code that is not there');
          const name = `coding ${guid(own.id)} ${guid(code)} ${coder}`;
          return pen.element(
            'Coding',
            { guid: guid(name), creatingUser: user(coder), creationDateTime: dayStart(own.day) },
            [pen.element('CodeRef', { targetGUID: guid(code) })],
          );
        }),
      ],
    );
  const sources = project.sources.map(source);
  const selections = new Set(project.sources.flatMap((one) => one.selections.map(({ id }) => id)));
  const children = [
    ...pen.wrapper(
      'Users',
      codersOf(project).map((name) => pen.element('User', { guid: user(name), name })),
    ),
    ...pen.wrapper('CodeBook', pen.wrapper('Codes', codeElements(project.codes, guid, pen))),
    ...pen.wrapper(
      'Variables',
      variablesOf(project).map((one) =>
        pen.element('Variable', { guid: variable(one), name: one.name, typeOfVariable: one.type }),
      ),
    ),
    ...pen.wrapper(
      'Cases',
      project.cases.map((one) => caseElement(one, guid, pen, values, selections)),
    ),
    ...pen.wrapper('Sources', sources),
    ...pen.textElement('Description', project.description),
  ];
  const xml = pen.element(
    'Project',
    {
      xmlns: PROJECT,
      name: project.name,
      origin: project.origin,
      creatingUserGUID: user(MAKER),
      creationDateTime: dayStart(project.day),
    },
    children,
  );
  return { xml: `${HEAD}${xml}\n`, texts, replaced: replaced + pen.replaced };
}

/** A codebook by itself, for a file that ends with `.qdc`. It has at least one code. */
export function writeCodebook(codes: readonly QdaCode[], origin: string, guid: Guid): string {
  if (codes.length === 0) throw new Error('a codebook without a code');
  const pen = makePen(safeText);
  const list = pen.wrapper('Codes', codeElements(codes, guid, pen));
  return `${HEAD}${pen.element('CodeBook', { xmlns: CODEBOOK, origin }, list)}\n`;
}

function codeElements(codes: readonly QdaCode[], guid: Guid, pen: Pen): string[] {
  return codes.map(({ id, name, colour, description, codable, codes: nested }) =>
    pen.element(
      'Code',
      {
        guid: guid(id),
        name,
        isCodable: String(codable),
        color: colour === '' ? undefined : colour,
      },
      [...pen.textElement('Description', description), ...codeElements(nested, guid, pen)],
    ),
  );
}

function caseElement(
  one: QdaCase,
  guid: Guid,
  pen: Pen,
  values: (attributes: readonly QdaAttribute[]) => string[],
  known: ReadonlySet<string>,
): string {
  const refs = (name: string, ids: readonly string[]): string[] =>
    ids.map((id) => pen.element(name, { targetGUID: guid(id) }));
  if (one.selections.some((id) => !known.has(id))) throw new Error('a case of a selection that is not there');
  // One without a name would be taken for the attributes of a file.
  return pen.element('Case', { guid: guid(one.id), name: one.name }, [
    ...pen.textElement('Description', one.description),
    ...values(one.attributes),
    ...refs('SourceRef', one.sources),
    ...refs('SelectionRef', one.selections),
  ]);
}

function flat(codes: readonly QdaCode[]): QdaCode[] {
  return codes.flatMap((code) => [code, ...flat(code.codes)]);
}

function codersOf({ sources }: QdaProject): string[] {
  const selections = sources.flatMap((one) => one.selections);
  return [...new Set([MAKER, ...selections.flatMap((s) => [s.coder, ...s.codings.map((c) => c.coder)])])];
}

function variablesOf({ sources, cases }: QdaProject): QdaAttribute[] {
  const all = [...sources, ...cases].flatMap((one) => one.attributes).filter(({ value }) => value !== '');
  return [...new Map(all.map((one) => [`${one.type} ${one.name}`, one])).values()];
}

const dayStart = (day: string): string => `${day}T00:00:00Z`;
