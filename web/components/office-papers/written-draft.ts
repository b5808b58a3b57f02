import type { PaperDraft } from '../../../api/contract/index.ts';
import { type Keyed, keyed, without } from './keyed.ts';

/** A draft while it is written: lists whose rows have keys, texts that may be empty. */
export interface Written extends Omit<PaperDraft, 'lines' | 'bases' | 'recipients'> {
  lines: Keyed<PaperDraft['lines'][number]>[];
  bases: Keyed<PaperDraft['bases'][number]>[];
  recipients: Keyed<PaperDraft['recipients'][number]>[];
}

export const writtenOf = (draft: PaperDraft): Written => ({
  ...draft,
  lines: draft.lines.map(keyed),
  bases: draft.bases.map(keyed),
  recipients: draft.recipients.map(keyed),
});

/** What is sent: without keys, and without rows that say nothing. */
export const draftOf = (written: Written): PaperDraft => ({
  ...written,
  opening: orNull(written.opening),
  onBehalfOf: orNull(written.onBehalfOf),
  executors: orNull(written.executors),
  overlay: orNull(written.overlay),
  lines: written.lines.filter(({ text }) => text.trim() !== '').map(without),
  bases: written.bases.filter(({ documentId }) => documentId !== '').map(without),
  recipients: written.recipients.filter(({ name }) => name.trim() !== '').map(without),
});
const orNull = (text: string | null) => (text === null || text.trim() === '' ? null : text);
