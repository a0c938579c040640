import { TableView } from '@tiptap/extension-table';

/** A wide table scrolls in its own frame, so the frame must be reachable with the keyboard and have a name. */
export class LetterTableView extends TableView {
  constructor(...parts: ConstructorParameters<typeof TableView>) {
    super(...parts);
    this.dom.tabIndex = 0;
    this.dom.setAttribute('role', 'region');
    this.dom.setAttribute('aria-label', 'Tabel');
  }
}
