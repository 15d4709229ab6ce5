/** Makes a picture that someone chose small enough to be kept in the consultation. */
import type { Picture } from '../../../../core/consultation.ts';
import { LIMITS } from '../../../../core/limits.ts';

/** Longest side in pixels, from the best to the last resort. */
const SIDES = [1600, 1200, 900, 600, 400];
const QUALITIES = [0.85, 0.7];

export type PictureFault = 'bad' | 'big';

/** PNG where it fits, since drawings and lettering stay sharp; else JPEG, smaller step by step. */
export async function readPicture(file: Blob): Promise<Picture | PictureFault> {
  let image: ImageBitmap;
  try {
    image = await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch {
    return 'bad';
  }
  for (const side of SIDES) {
    const canvas = drawn(image, side);
    const tries: [Picture['type'], number][] = [
      ...(file.type === 'image/png' ? [['image/png', 1] as [Picture['type'], number]] : []),
      ...QUALITIES.map((quality): [Picture['type'], number] => ['image/jpeg', quality]),
    ];
    for (const [type, quality] of tries) {
      const data = canvas.toDataURL(type, quality).split(',')[1] ?? '';
      if (data !== '' && (data.length / 4) * 3 <= LIMITS.pictureBytes) return { type, data, alt: '' };
    }
  }
  return 'big';
}

function drawn(image: ImageBitmap, most: number): HTMLCanvasElement {
  const by = Math.min(1, most / Math.max(image.width, image.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(image.width * by));
  canvas.height = Math.max(1, Math.round(image.height * by));
  const context = canvas.getContext('2d');
  if (context !== null) {
    // JPEG has no transparency; what was clear becomes paper, not black.
    context.fillStyle = '#ffffff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
  }
  return canvas;
}

/** Draws a kept picture into a canvas, so that no address is needed which a content policy would refuse. */
export async function showPicture(picture: Picture, canvas: HTMLCanvasElement): Promise<void> {
  const bytes = Uint8Array.from(atob(picture.data), (ch) => ch.codePointAt(0) ?? 0);
  const image = await createImageBitmap(new Blob([bytes], { type: picture.type }));
  canvas.width = image.width;
  canvas.height = image.height;
  canvas.getContext('2d')?.drawImage(image, 0, 0);
}
