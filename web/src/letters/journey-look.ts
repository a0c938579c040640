import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconCheck,
  IconFileText,
  IconFolder,
  IconInbox,
  IconMail,
  IconMailOpened,
  IconPencil,
  IconPrinter,
  IconSend,
  IconSignature,
  IconSitemap,
  IconWritingSign,
  IconX,
  type Icon,
} from '@tabler/icons-react';
import type { TimelineTone } from '../kit/index.ts';

interface Look {
  icon: Icon;
  tone: TimelineTone;
}

const looks: Record<string, Look> = {
  'letter.created': { icon: IconFileText, tone: 'step' },
  'letter.submitted': { icon: IconFileText, tone: 'step' },
  'letter.resubmitted': { icon: IconPencil, tone: 'step' },
  'letter.corrected': { icon: IconPencil, tone: 'step' },
  'letter.initialled': { icon: IconWritingSign, tone: 'step' },
  'letter.returned': { icon: IconArrowBackUp, tone: 'returned' },
  'letter.withdrawn': { icon: IconX, tone: 'returned' },
  'letter.signed': { icon: IconSignature, tone: 'done' },
  'letter.delivered': { icon: IconInbox, tone: 'done' },
  'letter.mailed': { icon: IconMail, tone: 'done' },
  'letter.mail_failed': { icon: IconAlertTriangle, tone: 'returned' },
  'letter.dispatched': { icon: IconSend, tone: 'done' },
  'letter.read': { icon: IconMailOpened, tone: 'done' },
  'letter.printed': { icon: IconPrinter, tone: 'step' },
  'signing.started': { icon: IconSignature, tone: 'step' },
  'signing.failed': { icon: IconAlertTriangle, tone: 'returned' },
  'number.voided': { icon: IconX, tone: 'returned' },
  'incoming.registered': { icon: IconInbox, tone: 'done' },
  'incoming.directed': { icon: IconSend, tone: 'step' },
  'incoming.read': { icon: IconMailOpened, tone: 'done' },
  'incoming.forwarded': { icon: IconSend, tone: 'step' },
  'incoming.finished': { icon: IconCheck, tone: 'done' },
  'incoming.cancelled': { icon: IconX, tone: 'returned' },
  'disposition.given': { icon: IconSitemap, tone: 'step' },
  'disposition.read': { icon: IconMailOpened, tone: 'done' },
  'disposition.reported': { icon: IconFileText, tone: 'step' },
  'disposition.closed': { icon: IconCheck, tone: 'done' },
  'disposition.returned': { icon: IconArrowBackUp, tone: 'returned' },
  'disposition.recalled': { icon: IconX, tone: 'returned' },
  'record.filed': { icon: IconFolder, tone: 'step' },
};

/** Icon and colour of a step of the journey; an action of a newer server looks like any step. */
export function journeyLook(action: string): Look {
  return looks[action] ?? { icon: IconCheck, tone: 'step' };
}
