import { App, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LedgerLine, LineEntry, LineKind } from '../../../api/contract/index.ts';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { showOnFields } from '../../form/problems.ts';
import type { useLineCommands } from '../../queries/ledger.ts';
import { LineFields } from './line-fields.tsx';
import { collectiveKinds, lineKinds } from './line-words.ts';

/** What a line of a kind says before anybody has typed. */
const empty: Record<LineKind, object> = {
  award: { commendationKind: null, periodNamed: true },
  rating: {},
  initiative: { usedFor: [] },
  discipline: { endedOn: null },
  maternity: {},
  transfer: { formerUnitAgrees: null },
  statement: {
    awardsCompleteFrom: null,
    initiativesComplete: false,
    disciplineComplete: false,
    underExamination: null,
    foundedIn: null,
  },
};
const fieldsOf: Record<LineKind, string[]> = {
  award: ['awardCode', 'fromYear', 'year', 'periodNamed', 'commendationKind', 'decider'],
  rating: ['year', 'rating'],
  initiative: ['name', 'year', 'scope', 'usedFor'],
  discipline: ['severity', 'endedOn'],
  maternity: ['year'],
  transfer: ['year', 'formerUnit', 'monthsAtFormerUnit', 'formerUnitAgrees'],
  statement: Object.keys(empty.statement),
};

type Values = Record<string, unknown>;

/** What the form holds as the API takes it; an award of one year begins in it. */
function entryOf(kind: LineKind, values: Values): LineEntry {
  const says = Object.fromEntries(
    [...fieldsOf[kind], 'decisionSymbol', 'decidedOn'].map((name) => [name, values[name] ?? null]),
  );
  const ofAward = kind === 'award' && {
    fromYear: values.fromYear ?? values.year,
    periodNamed: values.periodNamed ?? true,
  };
  return { kind, ...says, ...ofAward } as LineEntry;
}

export interface LineDialogProps {
  /** The line to correct; null enters a new one. */
  line: LedgerLine | null;
  /** Kind a new line begins with. */
  kind: LineKind;
  ofPerson: boolean;
  commands: ReturnType<typeof useLineCommands>;
  onClose: () => void;
}

/** Enters a line from a paper, or corrects one; the old line then stays to be read. */
export function LineDialog({ line, kind: first, ofPerson, commands, onClose }: LineDialogProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const [kind, setKind] = useState<LineKind>(line?.kind ?? first);
  const [error, setError] = useState<unknown>(null);
  const { enter, correct } = commands;
  const submit = (values: Values) => {
    setError(null);
    const entry = entryOf(kind, { ...(line as Values | null), ...values });
    const handlers = {
      onSuccess: () => {
        void message.success(t(line === null ? 'ledger.entered' : 'ledger.corrected'));
        onClose();
      },
      onError: (problem: unknown) => setError(showOnFields(form, problem)),
    };
    if (line === null) enter.mutate(entry, handlers);
    else correct.mutate({ kind, id: line.id, line: entry, reason: String(values.reason) }, handlers);
  };
  return (
    <Modal
      open
      title={t(line === null ? 'ledger.enterTitle' : 'ledger.correctTitle')}
      okText={t(line === null ? 'ledger.enter' : 'ledger.act.correct')}
      cancelText={t('action.cancel')}
      okButtonProps={{ loading: enter.isPending || correct.isPending }}
      onOk={form.submit}
      onCancel={onClose}
    >
      {line !== null && <p className="quiet">{t('ledger.correctHelp')}</p>}
      <Form
        form={form}
        layout="vertical"
        onFinish={submit}
        initialValues={{ ...empty[kind], ...(line as Values | null) }}
        key={kind}
      >
        {line === null && (
          <Form.Item label={t('ledger.kindOf')} htmlFor="line-kind">
            <Select<LineKind>
              id="line-kind"
              value={kind}
              onChange={setKind}
              options={(ofPerson ? lineKinds : collectiveKinds).map((value) => ({
                value,
                label: t(`ledger.kind.${value}`),
              }))}
            />
          </Form.Item>
        )}
        <LineFields kind={kind} ofPerson={ofPerson} />
        {line !== null && (
          <Form.Item
            name="reason"
            label={t('ledger.field.whyWrong')}
            rules={[{ required: true, whitespace: true, message: t('validation.reason') }]}
          >
            <Input.TextArea rows={2} maxLength={2000} />
          </Form.Item>
        )}
      </Form>
      {error !== null && <ProblemAlert error={error} />}
    </Modal>
  );
}
