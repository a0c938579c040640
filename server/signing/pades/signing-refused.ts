/** The file cannot take what was asked; the message (Indonesian) says why. Trying again will not help. */
export class SigningRefused extends Error {}
