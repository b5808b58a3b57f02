import { App, Button, Input, InputNumber, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanDetail, PlanItem, PlanItemInput, UnitRef } from '../../../api/contract/index.ts';
import { usePlanCommands, usePlanContent } from '../../queries/plans.ts';
import { Loaded } from '../loaded.tsx';
import { useNames } from '../names.ts';
import { ProblemAlert } from '../problem-alert.tsx';

/** An item being written. Points that differ by unit are kept as they are and shown as such. */
interface Row {
  key: string;
  code: string;
  name: string;
  kind: PlanItem['kind'];
  dueMonths: number[];
  pointsEach: number | null;
  points: { unitId: string; points: number }[];
  reason: string;
}

const months = Array.from({ length: 12 }, (_, i) => ({ value: i + 1, label: String(i + 1) }));

function rowOf({ id, code, name, kind, dueMonths, points, reason }: PlanItem, receivers: number): Row {
  const values = Object.values(points);
  const same = values.length === receivers && values.every((value) => value === values[0]);
  return {
    key: id,
    code,
    name,
    kind,
    dueMonths,
    pointsEach: same ? (values[0] ?? null) : null,
    points: same ? [] : Object.entries(points).map(([unitId, value]) => ({ unitId, points: value })),
    reason: reason ?? '',
  };
}

const itemOf = ({ key: _, reason, ...row }: Row): PlanItemInput => ({
  ...row,
  reason: reason.trim() === '' ? null : reason.trim(),
});

export interface ItemsDialogProps {
  plan: PlanDetail;
  unit: UnitRef;
  onClose: () => void;
}

/** Writes everything that a unit assigns in a plan. */
export function ItemsDialog({ plan, unit, onClose }: ItemsDialogProps) {
  const content = usePlanContent(plan.id, plan.version, unit.id);
  return (
    <Loaded query={content}>
      {({ items }) => <Editor plan={plan} unit={unit} items={items} onClose={onClose} />}
    </Loaded>
  );
}

function Editor({ plan, unit, items, onClose }: ItemsDialogProps & { items: PlanItem[] }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const names = useNames();
  const { write } = usePlanCommands(plan.id);
  const [rows, setRows] = useState(() => items.map((item) => rowOf(item, plan.receivers.length)));
  const change = (key: string, values: Partial<Row>) =>
    setRows((before) => before.map((row) => (row.key === key ? { ...row, ...values } : row)));
  const add = () =>
    setRows((before) => [
      ...before,
      {
        key: crypto.randomUUID(),
        code: '',
        name: '',
        kind: 'report',
        dueMonths: [],
        pointsEach: null,
        points: [],
        reason: '',
      },
    ]);
  const isComplete = rows.every(
    ({ code, name, dueMonths, pointsEach, points }) =>
      code.trim() !== '' &&
      name.trim() !== '' &&
      dueMonths.length > 0 &&
      (pointsEach !== null || points.length > 0),
  );
  const save = () =>
    write.mutate(
      { unitId: unit.id, items: rows.map(itemOf) },
      {
        onSuccess: () => {
          void message.success(t('plan.written'));
          onClose();
        },
      },
    );
  return (
    <Modal
      open
      width={1080}
      title={t('plan.writeOf', { unit: names.unit(unit) })}
      okText={t('plan.save')}
      cancelText={t('action.cancel')}
      okButtonProps={{ disabled: !isComplete, loading: write.isPending }}
      onOk={save}
      onCancel={onClose}
    >
      <div className="stack">
        <p className="quiet">{t('plan.writeHelp')}</p>
        {rows.map((row) => (
          <fieldset key={row.key} className="plan-row" aria-label={row.name || t('plan.newItem')}>
            <Input
              aria-label={t('plan.code')}
              placeholder={t('plan.code')}
              value={row.code}
              onChange={({ target }) => change(row.key, { code: target.value })}
            />
            <Input
              aria-label={t('plan.item')}
              placeholder={t('plan.item')}
              value={row.name}
              onChange={({ target }) => change(row.key, { name: target.value })}
            />
            <Select
              aria-label={t('plan.kind')}
              value={row.kind}
              options={(['report', 'task'] as const).map((kind) => ({
                value: kind,
                label: t(`plan.itemKind.${kind}`),
              }))}
              onChange={(kind) => change(row.key, { kind })}
            />
            <Select
              mode="multiple"
              aria-label={t('plan.dueMonths')}
              placeholder={t('plan.dueMonths')}
              value={row.dueMonths}
              options={months}
              maxTagCount="responsive"
              onChange={(dueMonths) => change(row.key, { dueMonths })}
            />
            {row.points.length > 0 ? (
              <span className="quiet">{t('plan.byUnit', { total: row.points.length })}</span>
            ) : (
              <InputNumber
                aria-label={t('plan.points')}
                placeholder={t('plan.points')}
                min={1}
                precision={0}
                value={row.pointsEach}
                onChange={(pointsEach) => change(row.key, { pointsEach })}
              />
            )}
            <Input
              aria-label={t('field.reason')}
              placeholder={t('plan.changeReason')}
              value={row.reason}
              onChange={({ target }) => change(row.key, { reason: target.value })}
            />
            <Button
              onClick={() => setRows((before) => before.filter(({ key }) => key !== row.key))}
              aria-label={t('plan.drop', { name: row.name })}
            >
              {t('action.remove')}
            </Button>
          </fieldset>
        ))}
        <Button onClick={add}>{t('plan.addItem')}</Button>
        {write.error !== null && <ProblemAlert error={write.error} />}
      </div>
    </Modal>
  );
}
