/**
 * Reading XML of other programs. The parser is strict and opens nothing: a file that declares entities of its own, or
 * a type of document, is refused before any of it is used, so that none can grow or be fetched.
 */
import { isUtf8 } from 'node:buffer';
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { LIMITS } from '../../../core/limits.ts';
import { refuse, type Refusal } from '../../../core/refusal.ts';

export interface Element {
  name: string;
  /** Namespace; empty: none. */
  uri: string;
  attributes: Readonly<Record<string, string>>;
  /** Elements in it of the same namespace. */
  children: Element[];
  /** Its own text. */
  text: string;
}

class Fault extends Error {
  readonly expected: string;
  constructor(expected: string) {
    super(expected);
    this.expected = expected;
  }
}

const PIECE = 1 << 16;

/** @returns the root element, or a refusal that names the file and the line */
export function readXml(bytes: Uint8Array, where: string): Element | Refusal {
  if (bytes.length > LIMITS.qdaXmlBytes)
    return refuse('too-large', where, `at most ${LIMITS.qdaXmlBytes / 1_000_000} MB`);
  if (!isUtf8(bytes)) return refuse('bad-file', where, 'text in UTF-8');
  const text = Buffer.from(bytes)
    .toString('utf8')
    .replace(/^\ufeff/u, '');
  const parser = new SaxesParser({ xmlns: true, position: true });
  const open: Element[] = [];
  let root: Element | null = null;
  let elements = 0;
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding !== undefined && encoding.toLowerCase() !== 'utf-8') throw new Fault('text in UTF-8');
  });
  parser.on('doctype', () => {
    throw new Fault('no DOCTYPE, which could bring entities');
  });
  parser.on('error', (error) => {
    throw new Fault(`well-formed XML (${error.message.replace(/^\d+:\d+: /u, '')})`);
  });
  parser.on('opentag', (tag: SaxesTagNS) => {
    elements += 1;
    if (elements > LIMITS.qdaElements) throw new Fault(`at most ${LIMITS.qdaElements} elements`);
    if (open.length >= LIMITS.qdaDepth) throw new Fault(`at most ${LIMITS.qdaDepth} elements in one another`);
    const attributes = Object.entries(tag.attributes).map(([name, { value }]) => [name, value]);
    const element: Element = {
      name: tag.local,
      uri: tag.uri,
      // A name such as __proto__ is only a name here.
      attributes: Object.assign(Object.create(null), Object.fromEntries(attributes)) as Record<
        string,
        string
      >,
      children: [],
      text: '',
    };
    root ??= element;
    const over = open.at(-1);
    if (over !== undefined && element.uri === root.uri) over.children.push(element);
    open.push(element);
  });
  const words = (more: string): void => {
    const at = open.at(-1);
    if (at !== undefined) at.text += more;
  };
  parser.on('text', words);
  parser.on('cdata', words);
  parser.on('closetag', () => void open.pop());
  try {
    for (let at = 0; at < text.length; at += PIECE) parser.write(text.slice(at, at + PIECE));
    parser.close();
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return refuse('bad-file', `${where} line ${parser.line}`, error.expected);
  }
  return root ?? refuse('bad-file', where, 'well-formed XML');
}

export function children(of: Element | undefined, name: string): Element[] {
  return of?.children.filter((one) => one.name === name) ?? [];
}

export function child(of: Element | undefined, name: string): Element | undefined {
  return of?.children.find((one) => one.name === name);
}
