import { cleanLine, cleanText } from './clean-text.ts';
import { fileKind, type FileKind } from './file-kind.ts';
import type { Contents, FoundPart } from './found-part.ts';
import { INTAKE_LIMITS, type AttachmentOrigin, type IntakeAttachment } from './intake-message.ts';
import { intakeProblem, type IntakeProblem, type IntakeProblemCode } from './intake-problem.ts';
import { isSmallPicture } from './is-small-picture.ts';
import { openEmbedded } from './open-embedded.ts';
import { readOutlook } from './read-outlook.ts';
import { readTnef } from './read-tnef.ts';
import { safeFileName } from './safe-file-name.ts';

type Container = Exclude<FileKind['container'], undefined>;
const OPEN: Record<Container, { read: (bytes: Buffer) => Contents | Promise<Contents>; broken: IntakeProblemCode }> = {
  embedded_message: { read: openEmbedded, broken: 'embedded_broken' },
  outlook: { read: readOutlook, broken: 'outlook_broken' },
  tnef: { read: readTnef, broken: 'tnef_broken' },
};

/** Collects the attachments of one message, however deep they lie, within `INTAKE_LIMITS`. */
export class Gathering {
  readonly attachments: IntakeAttachment[] = [];
  readonly problems: IntakeProblem[] = [];
  readonly texts: string[] = [];
  readonly #opensContainers: boolean;
  #containers = 0;
  #bytes = 0;

  constructor(opensContainers: boolean) {
    this.#opensContainers = opensContainers;
  }

  note(code: IntakeProblemCode, fileName: string | null = null): void {
    const known = this.problems.findIndex((problem) => problem.code === code && problem.fileName === fileName);
    const problem = this.problems[known];
    if (problem) this.problems[known] = { ...problem, count: problem.count + 1 };
    else if (this.problems.length < INTAKE_LIMITS.problems) this.problems.push(intakeProblem(code, fileName));
  }

  async take(parts: readonly FoundPart[], origin: AttachmentOrigin = 'attachment', depth = 0): Promise<void> {
    for (const part of parts) {
      const kind = fileKind(part.bytes, part.mediaType, part.fileName);
      const isOpened = kind?.container !== undefined && (await this.#open(part, kind.container, depth));
      if (!isOpened) await this.#keep(part, kind, origin);
    }
  }

  /** False when the container has to be kept as it is. */
  async #open(part: FoundPart, container: Container, depth: number): Promise<boolean> {
    const name = safeFileName(part.fileName, null);
    const refusal = this.#refusal(depth);
    if (refusal !== null) {
      this.note(refusal, name);
      return false;
    }
    this.#containers += 1;
    const { read, broken } = OPEN[container];
    const contents = await Promise.resolve(part.bytes)
      .then(read)
      .catch(() => null);
    if (contents?.isWhole !== true) this.note(broken, name);
    if (contents === null) return false;
    this.#addText(contents);
    await this.take(contents.parts, container, depth + 1);
    return contents.isWhole;
  }

  #refusal(depth: number): IntakeProblemCode | null {
    if (!this.#opensContainers) return 'containers_left_closed';
    if (depth >= INTAKE_LIMITS.depth) return 'too_deep';
    return this.#containers >= INTAKE_LIMITS.attachments ? 'too_many_attachments' : null;
  }

  #addText({ title, text }: Contents): void {
    const body = cleanText(text, INTAKE_LIMITS.textCharacters).trim();
    if (body !== '') this.texts.push(`--- ${cleanLine(title ?? '', 300) ?? 'Surel terlampir'} ---\n${body}`);
  }

  async #keep(part: FoundPart, kind: FileKind | null, origin: AttachmentOrigin): Promise<void> {
    const fileName = safeFileName(part.fileName, kind);
    if (part.bytes.length === 0) {
      this.note('attachment_empty', fileName);
    } else if (kind === null) {
      this.note('attachment_not_document', fileName);
    } else if (part.isInline && (await isSmallPicture(part.bytes, kind))) {
      this.note('inline_image_dropped');
    } else {
      const { mediaType, isReadable } = kind;
      this.#add({ fileName, mediaType, bytes: part.bytes, origin, isReadable });
    }
  }

  #add(attachment: IntakeAttachment): void {
    if (this.attachments.length >= INTAKE_LIMITS.attachments) {
      this.note('too_many_attachments');
    } else if (this.#bytes + attachment.bytes.length > INTAKE_LIMITS.attachmentBytes) {
      this.note('attachments_too_large');
    } else {
      this.#bytes += attachment.bytes.length;
      this.attachments.push(attachment);
    }
  }
}
