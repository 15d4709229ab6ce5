/** Writing XML: elements whose names are ours and whose texts are anybody's. */

/** Names with their values; undefined is left out. */
type Attributes = Record<string, string | undefined>;

/** Collects how many characters could not be kept. */
export interface Pen {
  element(name: string, attributes: Attributes, children?: readonly string[]): string;
  /** An element with a text; nothing where the text is empty. */
  textElement(name: string, text: string): string[];
  /** A wrapper is only there with something in it. */
  wrapper(name: string, children: readonly string[]): string[];
  readonly replaced: number;
}

export const HEAD = '<?xml version="1.0" encoding="utf-8"?>\n';

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // A parser makes spaces of these in an attribute, and one line end of others in a text.
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** @param safe takes out of a text what XML cannot hold, and says how much */
export function makePen(safe: (text: string) => { text: string; replaced: number }): Pen {
  let replaced = 0;
  const clean = (text: string): string => {
    const made = safe(text);
    replaced += made.replaced;
    return made.text;
  };
  const element: Pen['element'] = (name, attributes, children = []) => {
    const written = Object.entries(attributes).flatMap(([key, value]) =>
      value === undefined
        ? []
        : [` ${key}="${clean(value).replace(/[&<>"\t\n\r]/gu, (c) => ESCAPES[c] ?? c)}"`],
    );
    const start = `<${name}${written.join('')}`;
    return children.length === 0 ? `${start}/>` : `${start}>\n${children.join('\n')}\n</${name}>`;
  };
  return {
    element,
    textElement: (name, text) =>
      text === '' ? [] : [`<${name}>${clean(text).replace(/[&<>\r]/gu, (c) => ESCAPES[c] ?? c)}</${name}>`],
    wrapper: (name, children) => (children.length === 0 ? [] : [element(name, {}, children)]),
    get replaced() {
      return replaced;
    },
  };
}
