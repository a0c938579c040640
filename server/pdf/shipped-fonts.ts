import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

export type FontFace = '400Regular' | '400Regular_Italic' | '700Bold' | '700Bold_Italic';

export const FONT_FACES: readonly FontFace[] = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'];

/** TTF bytes of one Arimo face (metric twin of Arial). */
export function readFont(face: FontFace): Buffer {
  return readFileSync(require.resolve(`@expo-google-fonts/arimo/${face}/Arimo_${face}.ttf`));
}
