/** The code out of what a person typed or pasted, also out of the whole address; undefined when it can be none. */
export function readTrackingCode(text: string): string | undefined {
  const last =
    text
      .trim()
      .split(/[/?#]/u)
      .filter((part) => part !== '')
      .at(-1) ?? '';
  const code = last.replace(/\s/gu, '').toUpperCase();
  const signs = code.replace(/-/gu, '');
  return /^[A-Z0-9]{8,24}$/u.test(signs) && code.length <= 24 ? code : undefined;
}
