/**
 * The fonts of documents and pictures. They are in the project's own packages, so that a report looks
 * the same on every laptop and needs nothing that is installed there.
 */
import { fileURLToPath } from 'node:url';
import { GlobalFonts } from '@napi-rs/canvas';

/** Families in the order in which a character is looked for; the files that each has. */
const FAMILIES: readonly { family: string; folder: string; file: string; faces: readonly string[] }[] = [
  {
    family: 'Atkinson Hyperlegible Next',
    folder: 'atkinson-hyperlegible-next',
    file: 'AtkinsonHyperlegibleNext',
    faces: ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'],
  },
  noto('Noto Sans'),
  // Draws each Arabic letter whole. Where a font sets it together from body and dots, text copied out of
  // a PDF has such letters twice. The next one has the letters of Sindhi, which this has not.
  { family: 'Vazirmatn', folder: 'vazirmatn', file: 'Vazirmatn', faces: ['400Regular', '700Bold'] },
  noto('Noto Sans Arabic'),
  noto('Noto Sans Bengali'),
  noto('Noto Sans Gurmukhi'),
  noto('Noto Sans Thai'),
  noto('Noto Emoji'),
];

function noto(family: string) {
  return {
    family,
    folder: family.toLowerCase().replaceAll(' ', '-'),
    file: family.replaceAll(' ', ''),
    faces: ['400Regular', '700Bold'],
  };
}

/** The families as CSS and a canvas take them. */
export const FONT_FAMILY = FAMILIES.map(({ family }) => `"${family}"`).join(', ');

/** Absolute paths of the font files, for whoever sets type: the canvas here, the PDF's compiler. */
export function fontFiles(): string[] {
  return FAMILIES.flatMap(({ folder, file, faces }) =>
    faces.map((face) =>
      fileURLToPath(import.meta.resolve(`@expo-google-fonts/${folder}/${face}/${file}_${face}.ttf`)),
    ),
  );
}

let registered = false;

/** Makes the fonts known to the canvas, once; throws when a file is missing, for then text would be boxes. */
export function registerFonts(): void {
  if (registered) return;
  for (const file of fontFiles())
    if (GlobalFonts.registerFromPath(file) === null) throw new Error(`The font ${file} cannot be read.`);
  registered = true;
}
