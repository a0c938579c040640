/** The declarations of a style attribute, read as text: Word's own (`mso-list`) never reach `element.style`. */
export function declarationsOf(element: Element): Map<string, string> {
  const pairs = (element.getAttribute('style') ?? '').split(';').flatMap((declaration): [string, string][] => {
    const colon = declaration.indexOf(':');
    if (colon < 0) return [];
    return [
      [
        declaration.slice(0, colon).trim().toLowerCase(),
        declaration
          .slice(colon + 1)
          .trim()
          .toLowerCase(),
      ],
    ];
  });
  return new Map(pairs);
}
