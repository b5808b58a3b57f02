import { App, Button, Flex, Input, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BlocYearDetail } from '../../../api/contract/index.ts';
import { useBlocYearCommands } from '../../queries/blocs.ts';
import { ProblemAlert } from '../problem-alert.tsx';

interface Row {
  key: string;
  section: string;
  name: string;
  maxPoints: number | null;
}

/** Sets the score sheet: its criteria with their maximum points, and the total that they must add up to. */
export function CriteriaDialog({ year, onClose }: { year: BlocYearDetail; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { writeCriteria } = useBlocYearCommands(year.id);
  const [rows, setRows] = useState(() => year.criteria.map(({ id, ...row }): Row => ({ key: id, ...row })));
  const [total, setTotal] = useState<number | null>(year.maxPoints === 0 ? null : year.maxPoints);
  const change = (key: string, values: Partial<Row>) =>
    setRows((before) => before.map((row) => (row.key === key ? { ...row, ...values } : row)));
  const isReady =
    total !== null &&
    rows.length > 0 &&
    rows.every(({ name, maxPoints }) => name.trim() !== '' && maxPoints !== null);
  const save = () =>
    total !== null &&
    writeCriteria.mutate(
      {
        version: year.version,
        total,
        criteria: rows.map(({ section, name, maxPoints }) => ({
          section: section.trim(),
          name: name.trim(),
          maxPoints: maxPoints ?? 0,
        })),
      },
      {
        onSuccess: () => {
          void message.success(t('bloc.criteriaSaved'));
          onClose();
        },
      },
    );
  return (
    <Modal
      open
      width={900}
      title={t('bloc.writeCriteria')}
      okText={t('bloc.saveCriteria')}
      cancelText={t('action.cancel')}
      okButtonProps={{ disabled: !isReady, loading: writeCriteria.isPending }}
      onOk={save}
      onCancel={onClose}
    >
      <div className="stack">
        {rows.map((row) => (
          <fieldset key={row.key} className="target-row" aria-label={row.name || t('bloc.newCriterion')}>
            <Flex gap={8} wrap>
              <Input
                className="grow"
                aria-label={t('bloc.criterion')}
                placeholder={t('bloc.criterion')}
                maxLength={500}
                value={row.name}
                onChange={({ target }) => change(row.key, { name: target.value })}
              />
              <Input
                aria-label={t('bloc.section')}
                placeholder={t('bloc.section')}
                className="filter-wide"
                maxLength={200}
                value={row.section}
                onChange={({ target }) => change(row.key, { section: target.value })}
              />
              <InputNumber
                aria-label={t('bloc.maxPoints')}
                placeholder={t('bloc.maxPoints')}
                min={1}
                precision={0}
                value={row.maxPoints}
                onChange={(maxPoints) => change(row.key, { maxPoints })}
              />
              <Button onClick={() => setRows((before) => before.filter(({ key }) => key !== row.key))}>
                {t('action.remove')}
              </Button>
            </Flex>
          </fieldset>
        ))}
        <div>
          <Button
            onClick={() =>
              setRows([
                ...rows,
                { key: crypto.randomUUID(), section: rows.at(-1)?.section ?? '', name: '', maxPoints: null },
              ])
            }
          >
            {t('bloc.addCriterion')}
          </Button>
        </div>
        <Flex align="center" gap={8}>
          <label htmlFor="criteria-total">{t('bloc.total')}</label>
          <InputNumber id="criteria-total" min={1} precision={0} value={total} onChange={setTotal} />
        </Flex>
        {writeCriteria.error !== null && <ProblemAlert error={writeCriteria.error} />}
      </div>
    </Modal>
  );
}
