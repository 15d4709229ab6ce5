/** Pictures of the team's own: only pixels are kept. */
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { describe, expect, test } from '@jest/globals';
import { cleanPhoto, cleanPicture, decodePicture, type Picture } from '../../../server/report/pictures.ts';
import {
  BOMB,
  fromCamera,
  jpeg,
  NO_PICTURES,
  PLACE,
  png,
  pngWithText,
  TAKEN,
  wallPicture,
  webp,
  withGps,
} from '../../support/teamPictures.ts';

const MOST = 1_500_000;

async function cleaned(file: Buffer, most = MOST): Promise<Picture> {
  const made = await cleanPicture(file, most);
  if (typeof made === 'string') throw new Error(made);
  return made;
}

describe('a picture of the team’s own', () => {
  test('F10 loses its place, its camera and what was put behind it, and stands upright', async () => {
    const camera = await cleaned(fromCamera());
    expect([camera.type, camera.width, camera.height]).toEqual(['jpeg', 20, 40]);
    const text = await cleaned(pngWithText());
    expect([text.type, text.width, text.height]).toEqual(['png', 40, 20]);
    for (const { bytes } of [camera, text]) {
      expect(bytes.includes(PLACE)).toBe(false);
      expect(bytes.includes('Exif')).toBe(false);
    }
    expect((await cleaned(webp())).type).toBe('png');
  });

  test('F13 one that has nothing but pixels stays the same, however often it is taken over', async () => {
    for (const file of [fromCamera(), jpeg(), pngWithText(), webp()]) {
      const once = await cleaned(file);
      expect((await cleaned(once.bytes)).bytes.equals(once.bytes)).toBe(true);
    }
    const behind = Buffer.concat([(await cleaned(jpeg())).bytes, Buffer.from(PLACE)]);
    expect((await cleaned(behind)).bytes.includes(PLACE)).toBe(false);
  });

  test('V6 a photograph becomes an upright JPEG of the size it may have, without place and time, and then stays', async () => {
    const photo = async (file: Buffer, most = 600_000, side = 2400): Promise<Picture> => {
      const made = await cleanPhoto(file, most, side);
      if (typeof made === 'string') throw new Error(made);
      return made;
    };
    const camera = withGps(wallPicture(3000, 2000));
    for (const told of [PLACE, TAKEN, 'Exif']) expect(camera.includes(told)).toBe(true);
    const kept = await photo(camera);
    expect([kept.type, kept.width, kept.height]).toEqual(['jpeg', 1600, 2400]);
    for (const told of [PLACE, TAKEN, 'Exif']) expect(kept.bytes.includes(told)).toBe(false);
    expect((await photo(kept.bytes)).bytes.equals(kept.bytes)).toBe(true);
    for (const file of [png(), webp(), jpeg()])
      expect(await photo(file)).toMatchObject({ type: 'jpeg', width: 40, height: 20 });
    // One that would have too many bytes has fewer pixels rather than none.
    const small = await photo(camera, 20_000);
    expect(small.bytes.length).toBeLessThanOrEqual(20_000);
    expect(small.height).toBeLessThan(2400);
    expect(small.width / small.height).toBeCloseTo(2 / 3, 1);
    expect(await cleanPhoto(Buffer.from('no picture, but long enough to look'), 600_000, 2400)).toBe(
      'unreadable',
    );
    expect(await cleanPhoto(BOMB, 600_000, 2400)).toBe('too-many-pixels');
  });

  test('P5 what is no PNG, JPEG or WebP by its bytes is refused, and what would fill the memory', async () => {
    for (const [name, file] of Object.entries(NO_PICTURES))
      expect([name, await cleanPicture(file, MOST)]).toEqual([name, 'unreadable']);
    expect(await cleanPicture(BOMB, MOST)).toBe('too-many-pixels');
    await expect(decodePicture(BOMB.toString('base64'))).rejects.toThrow('cannot be read');
    await expect(decodePicture(NO_PICTURES['svg']?.toString('base64') ?? '')).rejects.toThrow(
      'cannot be read',
    );
  });

  test('F15 a large one is made smaller, in pixels and in bytes', async () => {
    expect(await cleaned(png(3200, 400))).toMatchObject({ type: 'png', width: 1600, height: 200 });
    expect(await cleaned(png(100, 4800))).toMatchObject({ type: 'png', width: 50, height: 2400 });
    const noise = createCanvas(300, 300);
    const pen = noise.getContext('2d');
    let grain = 1;
    for (let i = 0; i < 90_000; i += 1) {
      grain = (Math.imul(grain, 1_103_515_245) + 12_345) >>> 0;
      pen.fillStyle = `rgb(${grain >>> 24} ${(grain >>> 16) % 256} ${(grain >>> 8) % 256})`;
      pen.fillRect(i % 300, Math.floor(i / 300), 1, 1);
    }
    const file = noise.toBuffer('image/png');
    const smaller = await cleaned(file, Math.floor(file.length / 2));
    expect(smaller.type).toBe('jpeg');
    expect((await loadImage(smaller.bytes)).width).toBe(300);
    expect(await cleanPicture(file, 1000)).toBe('too-many-bytes');
  });
});
