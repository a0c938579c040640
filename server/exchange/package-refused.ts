/** Why a package or table cannot be taken in at all; the message is for the person who sent it. */
export class PackageRefused extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'PackageRefused';
  }
}
