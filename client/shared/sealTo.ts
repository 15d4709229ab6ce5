/**
 * Sealing something to a public key in the age format, on the device on which it is written, before anything keeps or
 * sends it.
 */
import { Encrypter } from 'age-encryption';

/**
 * age asks the browser's cryptography first and has its own for where that says "not supported". On plain http
 * there is nothing to ask, which it takes for a fault.
 */
function answerForMissingCrypto(): void {
  if ('subtle' in crypto) return;
  const importKey = async (): Promise<never> => {
    throw new DOMException('', 'NotSupportedError');
  };
  Object.defineProperty(crypto, 'subtle', { value: { importKey }, configurable: true });
}

/**
 * @param step what is sealed is filled up with blanks to a multiple of so many bytes: its length must not tell who
 *   wrote much
 * @returns base64 of what was sealed
 */
export async function sealTo(recipient: string, value: unknown, step: number): Promise<string> {
  answerForMissingCrypto();
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  const plain = filled(new TextEncoder().encode(JSON.stringify(value)), step);
  const sealed = await encrypter.encrypt(plain);
  plain.fill(0);
  let text = '';
  for (const byte of sealed) text += String.fromCharCode(byte);
  return btoa(text);
}

function filled(bytes: Uint8Array, step: number): Uint8Array {
  const whole = new Uint8Array(Math.ceil(bytes.length / step) * step).fill(0x20);
  whole.set(bytes);
  bytes.fill(0);
  return whole;
}
