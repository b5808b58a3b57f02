import { App, Button, DatePicker, Flex, Input, Modal, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfficePaperDetail, PaperDraft } from '../../../api/contract/index.ts';
import { ApiProblem } from '../../api.ts';
import { useUnits } from '../../queries/catalogue.ts';
import { useLegalDocuments, useOfficePaperCommands } from '../../queries/office-papers.ts';
import { useNames } from '../names.ts';
import { DateField } from '../plans/date-field.tsx';
import { ProblemAlert } from '../problem-alert.tsx';
import { type Keyed, keyed, OutlineEditor, without } from './outline-editor.tsx';

/** A draft while it is written: lists whose rows have keys, texts that may be empty. */
interface Written extends Omit<PaperDraft, 'lines' | 'bases' | 'recipients'> {
  lines: Keyed<PaperDraft['lines'][number]>[];
  bases: Keyed<PaperDraft['bases'][number]>[];
  recipients: Keyed<PaperDraft['recipients'][number]>[];
}

const writtenOf = (draft: PaperDraft): Written => ({
  ...draft,
  lines: draft.lines.map(keyed),
  bases: draft.bases.map(keyed),
  recipients: draft.recipients.map(keyed),
});

/** What is sent: without keys, and without rows that say nothing. */
const draftOf = (written: Written): PaperDraft => ({
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

/** Writes what a paper says, as structure: its numbers and marks come by themselves. */
export function DraftDialog({ paper, onClose }: { paper: OfficePaperDetail; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { write } = useOfficePaperCommands(paper.id);
  const [draft, setDraft] = useState(() => writtenOf(paper.current.draft));
  const change = (values: Partial<Written>) => setDraft((before) => ({ ...before, ...values }));
  const isDecision = paper.kind === 'regulation' || paper.kind === 'repeal';
  const save = () =>
    write.mutate(
      { version: paper.version, draft: draftOf(draft) },
      {
        onSuccess: ({ version }) => {
          void message.success(t('paper.saved', { number: version }));
          onClose();
        },
      },
    );
  return (
    <Modal
      open
      width={980}
      title={t('paper.write')}
      okText={t('paper.save')}
      cancelText={t('action.cancel')}
      okButtonProps={{ loading: write.isPending, disabled: draft.title.trim() === '' }}
      onOk={save}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div className="stack">
        <Named label={t('paper.title')}>
          <Input.TextArea
            autoSize
            maxLength={500}
            aria-label={t('paper.title')}
            value={draft.title}
            onChange={({ target }) => change({ title: target.value })}
          />
        </Named>
        <Flex gap={16} wrap className="named-row">
          <Named label={t('paper.plannedFor')}>
            <DatePicker
              picker="month"
              format="MM/YYYY"
              allowClear={false}
              aria-label={t('paper.plannedFor')}
              value={dayjs(`${draft.plannedFor}-01`)}
              onChange={(month) => month && change({ plannedFor: month.format('YYYY-MM') })}
            />
          </Named>
          {paper.kind === 'repeal' && (
            <DateField
              label={t('paper.effectiveFrom')}
              value={draft.effectiveFrom}
              onChange={(effectiveFrom) => change({ effectiveFrom })}
            />
          )}
        </Flex>
        <Bases bases={draft.bases} onChange={(bases) => change({ bases })} />
        {!isDecision && (
          <Named label={t('paper.opening')}>
            <Input.TextArea
              autoSize
              aria-label={t('paper.opening')}
              value={draft.opening ?? ''}
              onChange={({ target }) => change({ opening: target.value })}
            />
          </Named>
        )}
        {paper.lineKinds.length > 0 && (
          <OutlineEditor
            kinds={paper.lineKinds}
            lines={draft.lines}
            onChange={(lines) => change({ lines })}
          />
        )}
        {paper.kind === 'regulation' && (
          <Named label={t('paper.overlay')}>
            <p className="quiet">{t('paper.overlayHelp')}</p>
            <Input.TextArea
              className="code"
              rows={10}
              aria-label={t('paper.overlay')}
              value={draft.overlay ?? ''}
              onChange={({ target }) => change({ overlay: target.value })}
            />
          </Named>
        )}
        {isDecision && (
          <Named label={t('paper.executors')}>
            <Input
              aria-label={t('paper.executors')}
              value={draft.executors ?? ''}
              onChange={({ target }) => change({ executors: target.value })}
            />
          </Named>
        )}
        <Recipients recipients={draft.recipients} onChange={(recipients) => change({ recipients })} />
        <Flex gap={16} wrap className="named-row">
          <Named label={t('paper.filing')}>
            <Input
              aria-label={t('paper.filing')}
              value={draft.filing}
              onChange={({ target }) => change({ filing: target.value })}
            />
          </Named>
          <Named label={t('paper.onBehalfOf')}>
            <Input
              aria-label={t('paper.onBehalfOf')}
              value={draft.onBehalfOf ?? ''}
              onChange={({ target }) => change({ onBehalfOf: target.value })}
            />
          </Named>
        </Flex>
        {write.error !== null && <ProblemAlert error={write.error} />}
        {write.error instanceof ApiProblem && write.error.errors.length > 0 && (
          <ul>
            {write.error.errors.map(({ path, detail }) => (
              <li key={`${path} ${detail}`}>
                <span className="code">{path}</span> {detail}
              </li>
            ))}
          </ul>
        )}
      </div>
    </Modal>
  );
}

function Named({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className="named-field">
      <span className="quiet">{label}</span>
      {children}
    </div>
  );
}

function Bases({
  bases,
  onChange,
}: {
  bases: Written['bases'];
  onChange: (bases: Written['bases']) => void;
}) {
  const { t } = useTranslation();
  const documents = useLegalDocuments();
  const options = (documents.data?.items ?? []).map(({ id, citation, repealedOn }) => ({
    value: id,
    label: repealedOn === null ? citation : `${citation} (${t('paper.repealed')})`,
  }));
  const set = (key: string, values: Partial<Written['bases'][number]>) =>
    onChange(bases.map((basis) => (basis.key === key ? { ...basis, ...values } : basis)));
  return (
    <Named label={t('paper.bases')}>
      {bases.map((basis) => (
        <Flex key={basis.key} gap={8} wrap>
          <Select
            aria-label={t('paper.leadLabel')}
            value={basis.lead}
            options={(['pursuant', 'implementing'] as const).map((value) => ({
              value,
              label: t(`paper.lead.${value}`),
            }))}
            onChange={(lead) => set(basis.key, { lead })}
          />
          <Select
            className="grow paper-basis"
            showSearch
            optionFilterProp="label"
            aria-label={t('paper.basis')}
            placeholder={t('paper.basis')}
            value={basis.documentId === '' ? null : basis.documentId}
            options={options}
            onChange={(documentId) => set(basis.key, { documentId })}
          />
          <Button onClick={() => onChange(bases.filter(({ key }) => key !== basis.key))}>
            {t('action.remove')}
          </Button>
        </Flex>
      ))}
      <Button
        type="link"
        className="add-row"
        onClick={() => onChange([...bases, keyed({ documentId: '', lead: 'pursuant' as const })])}
      >
        {t('paper.addBasis')}
      </Button>
    </Named>
  );
}

function Recipients({
  recipients,
  onChange,
}: {
  recipients: Written['recipients'];
  onChange: (recipients: Written['recipients']) => void;
}) {
  const { t } = useTranslation();
  const names = useNames();
  const [q, setQ] = useState('');
  const units = useUnits({ q });
  const set = (key: string, values: Partial<Written['recipients'][number]>) =>
    onChange(recipients.map((one) => (one.key === key ? { ...one, ...values } : one)));
  return (
    <Named label={t('paper.recipients')}>
      {recipients.map((recipient) => (
        <Flex key={recipient.key} gap={8} wrap>
          <Input
            className="grow"
            aria-label={t('paper.recipient')}
            placeholder={t('paper.recipient')}
            value={recipient.name}
            onChange={({ target }) => set(recipient.key, { name: target.value })}
          />
          <Select
            aria-label={t('paper.purposeLabel')}
            value={recipient.purpose}
            options={(['none', 'report', 'carry_out', 'coordinate', 'inform'] as const).map((value) => ({
              value,
              label: t(`paper.purpose.${value}`),
            }))}
            onChange={(purpose) => set(recipient.key, { purpose })}
          />
          <Select
            allowClear
            showSearch
            filterOption={false}
            onSearch={setQ}
            className="paper-unit"
            aria-label={t('paper.recipientUnit')}
            placeholder={t('paper.recipientUnit')}
            value={recipient.unitId}
            options={(units.data?.items ?? []).map((unit) => ({ value: unit.id, label: names.unit(unit) }))}
            onChange={(unitId: string | undefined) => {
              const unit = units.data?.items.find(({ id }) => id === unitId);
              const name = recipient.name === '' && unit ? unit.name : recipient.name;
              set(recipient.key, { unitId: unitId ?? null, name });
            }}
          />
          <Button onClick={() => onChange(recipients.filter(({ key }) => key !== recipient.key))}>
            {t('action.remove')}
          </Button>
        </Flex>
      ))}
      <Button
        type="link"
        className="add-row"
        onClick={() => onChange([...recipients, keyed({ name: '', unitId: null, purpose: 'none' as const })])}
      >
        {t('paper.addRecipient')}
      </Button>
    </Named>
  );
}
