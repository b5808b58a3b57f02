import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const faces = [
  ['400Regular', 'normal', 400],
  ['400Regular_Italic', 'italic', 400],
  ['700Bold', 'normal', 700],
  ['700Bold_Italic', 'italic', 700],
] as const;

let css: string | undefined;

/**
 * `@font-face` rules for Tinos, which has the metrics of Times New Roman (Decree 30/2020 asks for it), as `data:`
 * addresses. The full fonts, because subsets break the text of a PDF apart when it is copied or searched.
 */
export function paperFonts(): string {
  css ??= faces
    .map(([name, style, weight]) => {
      const file = fileURLToPath(import.meta.resolve(`@expo-google-fonts/tinos/${name}/Tinos_${name}.ttf`));
      const source = `data:font/ttf;base64,${readFileSync(file).toString('base64')}`;
      return `@font-face{font-family:Tinos;font-style:${style};font-weight:${weight};src:url(${source}) format('truetype')}`;
    })
    .join('\n');
  return css;
}
