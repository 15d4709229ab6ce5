/**
 * Sealing one person's answers to the session's public key, in the age format, before anything keeps or sends
 * them. Whoever has the tablet afterwards, or its storage, cannot open them.
 */
import { Encrypter } from 'age-encryption';
import type { Packet } from '../../core/schemaTablet.ts';

/** What is sealed is filled up to a multiple of this, in bytes: its length must not tell who wrote much. */
const STEP = 1024;

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

/** @returns base64 of what was sealed */
export async function seal(recipient: string, packet: Packet): Promise<string> {
  answerForMissingCrypto();
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  const plain = filled(new TextEncoder().encode(JSON.stringify(packet)));
  const sealed = await encrypter.encrypt(plain);
  plain.fill(0);
  let text = '';
  for (const byte of sealed) text += String.fromCharCode(byte);
  return btoa(text);
}

function filled(bytes: Uint8Array): Uint8Array {
  const whole = new Uint8Array(Math.ceil(bytes.length / STEP) * STEP).fill(0x20);
  whole.set(bytes);
  bytes.fill(0);
  return whole;
}
