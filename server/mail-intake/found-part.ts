/** A file found in a message or in a container inside it. */
export interface FoundPart {
  /** As the sender gave it, decoded. */
  readonly fileName: string | undefined;
  /** As the sender declared it, lower case. */
  readonly mediaType: string;
  readonly bytes: Buffer;
  /** The text of the message shows it (`cid:`). */
  readonly isInline: boolean;
}

/** What a container gave; `isWhole` is false when something of it was out of reach. */
export interface Contents {
  readonly title: string | null;
  readonly text: string;
  readonly parts: FoundPart[];
  readonly isWhole: boolean;
}
