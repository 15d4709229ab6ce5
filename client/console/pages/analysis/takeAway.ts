/** Handing a picture over to the clipboard or to the folder of downloads. */
import type { Result } from '../../api.ts';

/** Whether this browser lets a page put pictures on the clipboard; pages not on this laptop never may. */
export function canCopy(): boolean {
  return 'clipboard' in navigator && typeof ClipboardItem !== 'undefined';
}

/**
 * Puts a PNG on the clipboard. The browser is given the promise, since it lets a page write only while the
 * press on the button is fresh.
 */
export async function copyPicture(making: Promise<Result<Blob>>): Promise<boolean> {
  if (!canCopy()) return false;
  const png = making.then((made) => {
    if (!made.ok) throw new Error('There is no picture.');
    return made.value;
  });
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
    return true;
  } catch {
    return false;
  }
}

/** Saves bytes as a file, as a link would. */
export function saveBlob(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has the bytes once the click is handled; a moment later the address may go.
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
