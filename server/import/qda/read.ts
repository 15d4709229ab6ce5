/**
 * A file of REFI-QDA as the project it holds: a `.qdpx`, the bare `project.qde`, or a codebook. Whatever is wrong in it
 * is refused with its place; what Standpoint has no home for is counted and told.
 */
import { refuse, isRefusal, type Refusal } from '../../../core/refusal.ts';
import type { QdaCase, QdaCode, QdaProject, QdaSource } from '../../../core/qda/types.ts';
import { attributesIn, caseIn, variablesIn } from './cases.ts';
import { dayOf, idOf, QdaFault } from './ids.ts';
import type { LeftOutPart, Told } from './told.ts';
import { readTextSource, type TextFiles } from './sources.ts';
import { child, children, readXml, type Element } from './xml.ts';
import { isZip, openQdpx } from './zip.ts';

export interface ReadQda {
  /** A codebook has codes only. */
  kind: 'project' | 'codebook';
  project: QdaProject;
  told: Told[];
}

const PROJECT = 'urn:QDA-XML:project:1.0';
const CODEBOOK = 'urn:QDA-XML:codebook:1.0';
const QDE = 'project.qde';

export async function readQda(bytes: Uint8Array): Promise<ReadQda | Refusal> {
  if (!isZip(bytes)) return readRoot(bytes, 'the file', async () => null);
  const zip = openQdpx(bytes);
  if (isRefusal(zip)) return zip;
  const qde = await zip.file(QDE);
  if (qde === null) return refuse('bad-file', QDE, 'in the .qdpx, at its root');
  if (isRefusal(qde)) return qde;
  const used = new Set<string>();
  return readRoot(qde, QDE, async (name) => {
    // Many sources with one large text would grow without end.
    if (used.has(name.toLowerCase())) throw new QdaFault(`sources/${name}`, 'the text of one source');
    used.add(name.toLowerCase());
    return zip.file(`sources/${name}`);
  });
}

async function readRoot(bytes: Uint8Array, where: string, texts: TextFiles): Promise<ReadQda | Refusal> {
  const root = readXml(bytes, where);
  if (isRefusal(root)) return root;
  try {
    if (root.name === 'CodeBook' && root.uri === CODEBOOK) return readCodebook(root);
    if (root.name === 'Project' && root.uri === PROJECT) return await readProject(root, texts);
    return refuse('bad-file', where, 'a project or codebook of REFI-QDA 1.0');
  } catch (error) {
    if (error instanceof QdaFault) return error.refusal(where);
    throw error;
  }
}

function readCodebook(root: Element): ReadQda {
  const codes = codesIn(child(root, 'Codes'), new Set());
  const told = countOf('set', children(child(root, 'Sets'), 'Set').length);
  return {
    kind: 'codebook',
    project: {
      name: '',
      origin: root.attributes['origin'] ?? '',
      description: '',
      day: '',
      codes,
      sources: [],
      cases: [],
    },
    told,
  };
}

const OTHER_SOURCES = {
  PictureSource: 'picture',
  PDFSource: 'pdf',
  AudioSource: 'audio',
  VideoSource: 'video',
} as const;

async function readProject(root: Element, texts: TextFiles): Promise<ReadQda> {
  const told: Told[] = [];
  const ids = new Set<string>();
  const codes = codesIn(child(child(root, 'CodeBook'), 'Codes'), ids);
  const users = new Map(
    children(child(root, 'Users'), 'User').map((user) => [idOf(user), user.attributes['name'] ?? '']),
  );
  const variables = variablesIn(child(root, 'Variables'));
  const sources: QdaSource[] = [];
  for (const element of child(root, 'Sources')?.children ?? []) {
    if (element.name !== 'TextSource') continue;
    const source = await readTextSource(element, { users, codes: ids, texts, told });
    if (source !== null) sources.push({ ...source, attributes: attributesIn(element, variables) });
  }
  const once = new Set<string>();
  for (const id of sources.flatMap((one) => [one.id, ...one.selections.map((s) => s.id)])) {
    if (once.has(id)) throw new QdaFault(id, 'a GUID that is there once');
    once.add(id);
  }
  const cases: QdaCase[] = children(child(root, 'Cases'), 'Case').map((one) => caseIn(one, variables, once));
  for (const [name, part] of Object.entries(OTHER_SOURCES))
    told.push(...countOf(part, children(child(root, 'Sources'), name).length));
  const noteRefs = children(child(root, 'Notes'), 'Note').length;
  told.push(
    ...countOf('note', noteRefs),
    ...countOf('link', children(child(root, 'Links'), 'Link').length),
    ...countOf('set', children(child(root, 'Sets'), 'Set').length),
    ...countOf('graph', children(child(root, 'Graphs'), 'Graph').length),
  );
  return {
    kind: 'project',
    project: {
      name: root.attributes['name'] ?? '',
      origin: root.attributes['origin'] ?? '',
      description: child(root, 'Description')?.text ?? '',
      day: dayOf(root),
      codes,
      sources,
      cases,
    },
    told,
  };
}

function countOf(part: LeftOutPart, n: number): Told[] {
  return n === 0 ? [] : [{ code: `left.${part}`, slots: { n } }];
}

/** @param ids gathers the ids of all codes */
function codesIn(list: Element | undefined, ids: Set<string>): QdaCode[] {
  return children(list, 'Code').map((code): QdaCode => {
    const id = idOf(code);
    if (ids.has(id)) throw new QdaFault(id, 'a GUID that is there once');
    ids.add(id);
    const { name = '', color = '', isCodable = 'true' } = code.attributes;
    return {
      id,
      name,
      colour: color,
      description: child(code, 'Description')?.text ?? '',
      codable: isCodable !== 'false' && isCodable !== '0',
      codes: codesIn(code, ids),
    };
  });
}
