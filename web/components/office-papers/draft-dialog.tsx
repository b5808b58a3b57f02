import { App, DatePicker, Flex, Input, Modal } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfficePaperDetail } from '../../../api/contract/index.ts';
import { ApiProblem } from '../../api.ts';
import { useOfficePaperCommands } from '../../queries/office-papers.ts';
import { DateField } from '../plans/date-field.tsx';
import { ProblemAlert } from '../problem-alert.tsx';
import { BasisRows } from './basis-rows.tsx';
import { NamedField } from './named-field.tsx';
import { OutlineEditor } from './outline-editor.tsx';
import { RecipientRows } from './recipient-rows.tsx';
import { draftOf, type Written, writtenOf } from './written-draft.ts';

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
        <NamedField label={t('paper.title')}>
          <Input.TextArea
            autoSize
            maxLength={500}
            aria-label={t('paper.title')}
            value={draft.title}
            onChange={({ target }) => change({ title: target.value })}
          />
        </NamedField>
        <Flex gap={16} wrap className="named-row">
          <NamedField label={t('paper.plannedFor')}>
            <DatePicker
              picker="month"
              format="MM/YYYY"
              allowClear={false}
              aria-label={t('paper.plannedFor')}
              value={dayjs(`${draft.plannedFor}-01`)}
              onChange={(month) => month && change({ plannedFor: month.format('YYYY-MM') })}
            />
          </NamedField>
          {paper.kind === 'repeal' && (
            <DateField
              label={t('paper.effectiveFrom')}
              value={draft.effectiveFrom}
              onChange={(effectiveFrom) => change({ effectiveFrom })}
            />
          )}
        </Flex>
        <BasisRows bases={draft.bases} onChange={(bases) => change({ bases })} />
        {!isDecision && (
          <NamedField label={t('paper.opening')}>
            <Input.TextArea
              autoSize
              aria-label={t('paper.opening')}
              value={draft.opening ?? ''}
              onChange={({ target }) => change({ opening: target.value })}
            />
          </NamedField>
        )}
        {paper.lineKinds.length > 0 && (
          <OutlineEditor
            kinds={paper.lineKinds}
            lines={draft.lines}
            onChange={(lines) => change({ lines })}
          />
        )}
        {paper.kind === 'regulation' && (
          <NamedField label={t('paper.overlay')}>
            <p className="quiet">{t('paper.overlayHelp')}</p>
            <Input.TextArea
              className="code"
              rows={10}
              aria-label={t('paper.overlay')}
              value={draft.overlay ?? ''}
              onChange={({ target }) => change({ overlay: target.value })}
            />
          </NamedField>
        )}
        {isDecision && (
          <NamedField label={t('paper.executors')}>
            <Input
              aria-label={t('paper.executors')}
              value={draft.executors ?? ''}
              onChange={({ target }) => change({ executors: target.value })}
            />
          </NamedField>
        )}
        <RecipientRows recipients={draft.recipients} onChange={(recipients) => change({ recipients })} />
        <Flex gap={16} wrap className="named-row">
          <NamedField label={t('paper.filing')}>
            <Input
              aria-label={t('paper.filing')}
              value={draft.filing}
              onChange={({ target }) => change({ filing: target.value })}
            />
          </NamedField>
          <NamedField label={t('paper.onBehalfOf')}>
            <Input
              aria-label={t('paper.onBehalfOf')}
              value={draft.onBehalfOf ?? ''}
              onChange={({ target }) => change({ onBehalfOf: target.value })}
            />
          </NamedField>
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
