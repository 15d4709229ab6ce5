/** The Word file by its parts. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import { unzipSync } from 'fflate';
import { allForms, partOf } from '../../support/readReport.ts';
import { sampleReport } from '../../support/report.ts';

let docx: Uint8Array;
let xml: string;

beforeAll(async () => {
  ({ docx } = await allForms(sampleReport()));
  xml = partOf(docx, 'word/document.xml');
});

describe('the Word file', () => {
  test('F15 every picture has its text alternative', () => {
    const pictures = xml.match(/<wp:docPr [^>]*>/gu) ?? [];
    expect(pictures).toHaveLength(12);
    for (const picture of pictures) expect(picture).toMatch(/descr="Bar chart\. [^"]+"/u);
  });

  test('F11 heads of tables repeat and no row is parted', () => {
    const tables = xml.match(/<w:tbl>[\s\S]*?<\/w:tbl>/gu) ?? [];
    const headed = tables.filter((t) => t.includes('<w:tblHeader'));
    expect(headed).toHaveLength(14);
    for (const row of xml.match(/<w:tr[ >][\s\S]*?<\/w:tr>/gu) ?? []) expect(row).toContain('<w:cantSplit');
  });

  test('F11 the contents link to every chapter and have a field for its page, with no number that nobody counted', () => {
    const entries = (xml.match(/<w:p>[\s\S]*?<\/w:p>/gu) ?? []).filter((p) => /w:val="TOC[12]"/u.test(p));
    expect(entries).toHaveLength(11);
    for (const entry of entries) {
      const [, anchor = ''] = /<w:hyperlink [^>]*w:anchor="([^"]+)"/u.exec(entry) ?? [];
      expect(anchor).toMatch(/^_section_\d+$/u);
      expect(entry).toContain(
        `PAGEREF ${anchor} \\h</w:instrText><w:fldChar w:fldCharType="separate"/><w:fldChar w:fldCharType="end"/>`,
      );
      expect(xml.match(new RegExp(`<w:bookmarkStart [^>]*w:name="${anchor}"`, 'gu'))).toHaveLength(1);
    }
    expect(xml).not.toContain('w:dirty');
  });

  test('F11 nothing stands between the contents and the first chapter, which begins a page', () => {
    const paragraphs = xml.match(/<w:p>[\s\S]*?<\/w:p>/gu) ?? [];
    const last = paragraphs.findLastIndex((p) => /w:val="TOC[12]"/u.test(p));
    expect(paragraphs[last + 1]).toContain('w:val="Heading1"');
    expect(paragraphs[last + 1]).toContain('<w:pageBreakBefore/>');
  });

  test('F11 texts say their language and run the way their script does', () => {
    expect(partOf(docx, 'word/styles.xml')).toMatch(/<w:docDefaults>[\s\S]*<w:lang w:val="en-GB"/u);
    const quote = (xml.match(/<w:p>[\s\S]*?<\/w:p>/gu) ?? []).find((p) => p.includes('توقّعت'));
    expect(quote).toContain('<w:bidi/>');
    expect(quote).toContain('<w:rtl/>');
    expect(quote).toContain('w:bidi="ar"');
    expect(xml).toMatch(/<w:lang w:val="bn"\/>/u);
  });

  test('F10 the mark stands on every page', () => {
    const headers = Object.keys(unzipSync(docx)).filter((name) => /^word\/header\d/u.test(name));
    expect(headers).toHaveLength(2);
    for (const name of headers) expect(partOf(docx, name)).toContain('SAMPLE: NOT A REAL CONSULTATION');
  });

  test('F10 the file tells no time but the report’s date, and no person', () => {
    const core = partOf(docx, 'docProps/core.xml');
    expect(core.match(/\d{4}-\d\d-\d\dT[^<]*/gu)).toEqual(['2026-06-12T00:00:00Z', '2026-06-12T00:00:00Z']);
    expect(core).toContain('<dc:creator>Standpoint</dc:creator>');
    expect(core).toContain('<cp:lastModifiedBy>Standpoint</cp:lastModifiedBy>');
    const year = new Date().getFullYear();
    for (let at = 0; at + 30 < docx.length; at += 1)
      if (docx[at] === 0x50 && docx[at + 1] === 0x4b && docx[at + 2] === 3 && docx[at + 3] === 4)
        expect(1980 + ((docx[at + 13] ?? 0) >> 1)).not.toBe(year);
  });

  test('F11 the font goes with the file and its mask comes off', () => {
    const key = /w:fontKey="\{([^}]+)\}"/u.exec(partOf(docx, 'word/fontTable.xml'))?.[1] ?? '';
    const font = Buffer.from(unzipSync(docx)['word/fonts/font1.odttf'] ?? []);
    const bytes = [...Buffer.from(key.replaceAll('-', ''), 'hex')].toReversed();
    const first = [...font.subarray(0, 4)].map((b, i) => b ^ (bytes[i] ?? 0));
    expect(first).toEqual([0, 1, 0, 0]);
  });
});
