/** The team's plain texts as blocks. */
import type { Block } from './model.ts';

/**
 * An empty line parts paragraphs; a line that begins with "- " is an item of a list; other lines of one
 * paragraph run on. Nothing in the text is ever markup.
 */
export function textBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  let lines: string[] = [];
  let items: string[] = [];
  const endParagraph = (): void => {
    if (lines.length > 0) blocks.push({ kind: 'paragraph', text: lines.join(' ') });
    lines = [];
  };
  const endList = (): void => {
    if (items.length > 0) blocks.push({ kind: 'list', items });
    items = [];
  };
  for (const raw of text.split(/\r\n?|\n/u)) {
    const line = raw.trim();
    const item = /^-\s+(.*)$/u.exec(line)?.[1];
    if (item !== undefined) {
      endParagraph();
      items.push(item);
    } else {
      // An empty line between two items keeps them in one list.
      if (line === '') endParagraph();
      else {
        endList();
        lines.push(line);
      }
    }
  }
  endParagraph();
  endList();
  return blocks;
}

/** A plain text of several paragraphs; empty ones are left out. */
export function paragraphs(parts: readonly string[]): string {
  return parts.filter((p) => p !== '').join('\n\n');
}

/** A list in a plain text. */
export function listText(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}
