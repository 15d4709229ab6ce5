import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Refusal } from '../../../core/refusal.ts';
import { failures } from '../../../server/http/json.ts';
import { pictureRoutes } from '../../../server/http/pictures.ts';
import { drawChart } from '../../../server/report/chart/drawChart.ts';
import { picture, row } from '../../support/picture.ts';

describe('POST /api/picture', () => {
  let server: Server;
  const faults: unknown[] = [];
  beforeAll(async () => {
    const app = express();
    app.use(
      pictureRoutes(),
      failures((error) => faults.push(error)),
    );
    server = createServer(app);
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  });
  afterAll(() => new Promise((done) => server.close(done)));

  const post = (body: unknown): Promise<Response> =>
    fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/api/picture`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });

  test('F15 gives the picture itself, not a download', async () => {
    const png = await post({ format: 'png', picture: picture({}) });
    expect([png.status, png.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect(png.headers.get('content-disposition')).toBeNull();
    const same = await drawChart(picture({}), 'png');
    expect(Buffer.from(await png.arrayBuffer()).equals(same.bytes)).toBe(true);
    const svg = await post({ format: 'svg', picture: picture({}) });
    expect(svg.headers.get('content-type')).toContain('image/svg+xml');
    expect(await svg.text()).toContain('<svg');
  });

  test('P5 a refusal names the field', async () => {
    const wrong: [unknown, string][] = [
      [undefined, 'format'],
      [['png'], 'format'],
      [{ format: 'gif', picture: picture({}) }, 'format'],
      [{ format: 'png', picture: picture({ title: '' }) }, 'picture.title'],
      [{ format: 'png', picture: picture({ title: 'x'.repeat(401) }) }, 'picture.title'],
      [{ format: 'png', picture: picture({ title: 'a\u0000b' }) }, 'picture.title'],
      [{ format: 'png', picture: picture({ subtitle: [] }) }, 'picture.subtitle'],
      [{ format: 'png', picture: picture({ rows: [] }) }, 'picture.rows'],
      [
        { format: 'png', picture: picture({ rows: Array(61).fill(row('a', [1, 1, 1, 1, 1])) }) },
        'picture.rows',
      ],
      [{ format: 'png', picture: picture({ rows: [row('a', [1, 1])] }) }, 'picture.rows'],
      [
        {
          format: 'png',
          picture: picture({ rows: [{ label: 'a', figure: { counts: [1, 1, 1, 1, 1], n: 6 } }] }),
        },
        'picture.rows.0.figure',
      ],
      [
        { format: 'png', picture: picture({ rows: [row('a', [1, -1, 1, 1, 1])] }) },
        'picture.rows.0.figure.counts.1',
      ],
      [{ format: 'png', picture: picture({ width: 100_000 }) }, 'picture.width'],
      [{ format: 'png', picture: picture({ lang: 'en-12' }) }, 'picture.lang'],
      [{ format: 'png', picture: picture({ reach: { sides: 30, middle: 25 } }) }, 'picture.reach.sides'],
      [{ format: 'png', picture: { ...picture({}), extra: 1 } }, 'picture.extra'],
    ];
    for (const [body, where] of wrong) {
      const answer = await post(body);
      const refusal = (await answer.json()) as Refusal;
      expect([answer.status, refusal.refusal, refusal.where]).toEqual([400, 'bad-message', where]);
      expect(refusal.detail).not.toBe('');
    }
    expect(faults).toEqual([]);
  });
});
