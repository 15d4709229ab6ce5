/** Faces for letters that a phone may have no font for, inside the page: only those of which it has a letter. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** As on the console (client/shared/scripts.css). */
const SCRIPTS = [
  {
    letters: /[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]/u,
    range: 'U+0600-06FF,U+0750-077F,U+08A0-08FF,U+FB50-FDFF,U+FE70-FEFC',
    files: { 400: 'vazirmatn/400Regular/Vazirmatn_400Regular', 700: 'vazirmatn/700Bold/Vazirmatn_700Bold' },
  },
  {
    letters: /[\u0980-\u09ff]/u,
    range: 'U+0980-09FF',
    files: { 400: 'noto-sans-bengali/400Regular/NotoSansBengali_400Regular' },
  },
  {
    letters: /[\u0a00-\u0a7f]/u,
    range: 'U+0A00-0A7F',
    files: { 400: 'noto-sans-gurmukhi/400Regular/NotoSansGurmukhi_400Regular' },
  },
  {
    letters: /[\u0e00-\u0e7f]/u,
    range: 'U+0E00-0E7F',
    files: { 400: 'noto-sans-thai/400Regular/NotoSansThai_400Regular' },
  },
];

/** @param text everything the page says */
export function scriptFonts(text: string): string[] {
  return SCRIPTS.filter(({ letters }) => letters.test(text)).flatMap(({ range, files }) =>
    Object.entries(files).map(([weight, file]) => {
      const path = fileURLToPath(import.meta.resolve(`@expo-google-fonts/${file}.ttf`));
      const data = readFileSync(path).toString('base64');
      return `@font-face { font-family: 'Standpoint Scripts'; font-weight: ${weight}; unicode-range: ${range}; src: url(data:font/ttf;base64,${data}) format('truetype'); }`;
    }),
  );
}
