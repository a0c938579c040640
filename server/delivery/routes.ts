import { bind, bindFile, type Binder } from '../http.ts';
import { getMailboxAttachmentEndpoint, listMailboxEndpoint } from './contract.ts';
import { getMailboxAttachment } from './get-mailbox-attachment.ts';
import { listMailbox } from './list-mailbox.ts';

export function deliveryRoutes(binder: Binder): void {
  bind(binder, listMailboxEndpoint, listMailbox);
  bindFile(binder, getMailboxAttachmentEndpoint, getMailboxAttachment);
}
