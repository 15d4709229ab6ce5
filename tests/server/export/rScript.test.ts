/** What the script for R must do so that no figure is another one's; tests/programs/files.ts runs it. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import { alikeSource } from './alike.ts';
import { files } from './sources.ts';

let script = '';
beforeAll(async () => {
  script = (await files(await alikeSource(), 'r'))['CONFIDENTIAL_TEAM_ONLY_read.R'] ?? '';
});

describe('the script for R', () => {
  test('F1 tells groups apart by their ids, and shows the id where two have one name', () => {
    expect(script).toContain('d[d$group_id %in% id, ]');
    expect(script).not.toMatch(/d\$group_label *(==|%in%)/);
    expect(script).toMatch(/groups\$name\[same\] <- sprintf\("%s \(%s\)", [^)]*groups\$group_id\[same\]\)/);
  });

  test('F1 puts its number before each label of a scale on which one is there twice', () => {
    expect(script).toContain('if (anyDuplicated(own)) paste0(seq_along(own), ": ", own) else own');
  });

  test('F12 draws a group or statement of which everyone declined', () => {
    expect(script).toContain('if (any(some)) text(');
  });

  test('F12 reads every column as text, and only what the codebook calls integer as numbers', () => {
    expect(script).toContain('colClasses = "character"');
    expect(script).not.toContain('type.convert');
    expect(script).toContain('codebook$type == "integer"');
    for (const name of ['responses_long', 'statements'])
      expect(script).toContain(`read("${name}", codebook)`);
  });
});
