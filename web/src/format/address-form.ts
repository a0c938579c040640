const veryCommon = /^(?:muhammad|mohammad|mohamad|muhamad|moh|muh|md|abdul|siti)$/iu;

/** "Dr. Hj. Nurhayati Usman, S.H., M.Si." gives "Nurhayati"; "H. Muhammad Rasyid Ibrahim" gives "Rasyid". */
export function givenName(name: string): string {
  const words = (name.split(',')[0] ?? '').split(/\s+/).filter((word) => word.length > 1 && !word.includes('.'));
  return words.find((word) => !veryCommon.test(word)) ?? words[0] ?? name;
}

/** "Ibu Nurhayati", "Bapak Rasyid" */
export function addressForm(person: { name: string; sex: 'L' | 'P' }): string {
  return `${person.sex === 'P' ? 'Ibu' : 'Bapak'} ${givenName(person.name)}`;
}
