import { App, Button, Flex, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScoreLine, ScoreSheetDetail, UnitRef } from '../../../api/contract/index.ts';
import { formatInteger } from '../../format/numbers.ts';
import { currentLocale } from '../../i18n.ts';
import { useScoringCommands, useSheet } from '../../queries/plans.ts';
import { ImportSheet } from '../import-sheet.tsx';
import { Loaded } from '../loaded.tsx';
import { useNames } from '../names.ts';
import { ProblemAlert } from '../problem-alert.tsx';
import { type RecordColumn, RecordList } from '../record-list.tsx';

export interface SheetDialogProps {
  scoringId: string;
  unit: UnitRef;
  onClose: () => void;
}

/** The sheet of one unit: read, filled in line by line, or filled from the file of a task system. */
export function SheetDialog({ scoringId, unit, onClose }: SheetDialogProps) {
  const sheet = useSheet(scoringId, unit.id);
  return (
    <Loaded query={sheet}>
      {(loaded) => <Sheet key={loaded.version} scoringId={scoringId} sheet={loaded} onClose={onClose} />}
    </Loaded>
  );
}

const pageSize = 30;
const keyOf = ({ itemId, unit }: ScoreLine) => `${itemId} ${unit.id}`;

function Sheet({
  scoringId,
  sheet,
  onClose,
}: {
  scoringId: string;
  sheet: ScoreSheetDetail;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const names = useNames();
  const { write, importProgress } = useScoringCommands(scoringId, sheet.assigner.id);
  const [page, setPage] = useState(1);
  const [importing, setImporting] = useState(false);
  const [earned, setEarned] = useState(
    () => new Map(sheet.lines.flatMap((line) => (line.earned === null ? [] : [[keyOf(line), line.earned]]))),
  );
  const total = [...earned.values()].reduce((sum, points) => sum + points, 0);
  const locale = currentLocale();
  const { error } = write;
  const columns: RecordColumn<ScoreLine>[] = [
    {
      key: 'item',
      title: t('plan.item'),
      card: 'heading',
      render: ({ itemName, itemCode, note, source }) => (
        <div>
          {itemName}
          <div className="quiet">
            {itemCode}
            {source === 'progress' && ` · ${t('plan.sheet.fromProgress', { note: note ?? '' })}`}
          </div>
        </div>
      ),
    },
    { key: 'unit', title: t('plan.unit'), render: ({ unit }) => names.unit(unit) },
    { key: 'due', title: t('plan.sheet.due'), width: 110, align: 'right', render: ({ due }) => due },
    {
      key: 'earned',
      title: t('plan.sheet.earned'),
      width: 130,
      align: 'right',
      render: (line) =>
        sheet.canWrite ? (
          <InputNumber
            aria-label={t('plan.sheet.earnedOf', { item: line.itemName, unit: names.unit(line.unit) })}
            min={0}
            max={line.due}
            precision={0}
            value={earned.get(keyOf(line)) ?? null}
            onChange={(points) => {
              const next = new Map(earned);
              if (points === null) next.delete(keyOf(line));
              else next.set(keyOf(line), points);
              setEarned(next);
            }}
          />
        ) : (
          (line.earned ?? '–')
        ),
    },
  ];
  const save = () => {
    const scores = sheet.lines.flatMap((line) => {
      const points = earned.get(keyOf(line));
      return points === undefined
        ? []
        : [{ itemId: line.itemId, unitId: line.unit.id, earned: points, note: line.note }];
    });
    // Not by the callbacks of `mutate`: the sheet is read again first, and its next version takes this one off the page.
    write.mutateAsync({ version: sheet.version, total, scores }).then(
      () => void message.success(t('plan.sheet.saved')),
      () => {}, // shown as the command's error
    );
  };
  return (
    <Modal
      open
      width={960}
      title={t('plan.sheet.title', { unit: names.unit(sheet.assigner) })}
      okText={t('plan.sheet.save')}
      cancelText={t('plan.sheet.close')}
      okButtonProps={{ disabled: !sheet.canWrite || earned.size === 0, loading: write.isPending }}
      onOk={save}
      onCancel={onClose}
    >
      <div className="stack">
        {sheet.canWrite && (
          <Flex gap={8} wrap>
            <Button
              onClick={() =>
                setEarned(
                  new Map(sheet.lines.map((line) => [keyOf(line), earned.get(keyOf(line)) ?? line.due])),
                )
              }
            >
              {t('plan.sheet.fillFull')}
            </Button>
            <Button onClick={() => setImporting(true)}>{t('plan.sheet.import')}</Button>
          </Flex>
        )}
        <p>
          {t('plan.sheet.total', {
            total: formatInteger(total, locale),
            due: formatInteger(sheet.due, locale),
          })}
        </p>
        {error !== null && <ProblemAlert error={error} />}
        <RecordList
          label={t('plan.sheets')}
          columns={columns}
          records={sheet.lines.slice((page - 1) * pageSize, page * pageSize)}
          keyOf={keyOf}
          empty={t('plan.noItems')}
          paging={{ page, pageSize, total: sheet.lines.length, onChange: setPage }}
        />
        <ImportSheet
          open={importing}
          title={t('plan.sheet.import')}
          help={t('plan.sheet.importHelp')}
          template={`/api/plan-scorings/${scoringId}/sheets/${sheet.assigner.id}/progress-template.xlsx`}
          command={importProgress}
          onSend={(file) =>
            importProgress.mutate(file, {
              onSuccess: ({ imported }) => {
                setImporting(false);
                void message.success(t('plan.sheet.imported', { total: formatInteger(imported, locale) }));
              },
            })
          }
          onClose={() => setImporting(false)}
        />
      </div>
    </Modal>
  );
}
