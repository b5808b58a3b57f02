import { App, Button, Input, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BlocSheetDetail, BlocStage, UnitRef } from '../../../api/contract/index.ts';
import { formatInteger } from '../../format/numbers.ts';
import { currentLocale } from '../../i18n.ts';
import { useBlocSheet, useBlocYearCommands } from '../../queries/blocs.ts';
import { Loaded } from '../loaded.tsx';
import { useNames } from '../names.ts';
import { ProblemAlert } from '../problem-alert.tsx';
import { type RecordColumn, RecordList } from '../record-list.tsx';

export interface BlocSheetDialogProps {
  yearId: string;
  unit: UnitRef;
  stage: BlocStage;
  onClose: () => void;
}

/** The score sheet of one member: read, or filled in by whoever is asked for it. */
export function BlocSheetDialog({ yearId, unit, stage, onClose }: BlocSheetDialogProps) {
  const sheet = useBlocSheet(yearId, unit.id, stage);
  return (
    <Loaded query={sheet}>
      {(loaded) => <Sheet key={loaded.version} yearId={yearId} sheet={loaded} onClose={onClose} />}
    </Loaded>
  );
}

type Line = BlocSheetDetail['criteria'][number];

function Sheet({ yearId, sheet, onClose }: { yearId: string; sheet: BlocSheetDetail; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const names = useNames();
  const { writeSheet } = useBlocYearCommands(yearId);
  const locale = currentLocale();
  const [points, setPoints] = useState(
    () => new Map(sheet.criteria.flatMap(({ id, points: given }) => (given === null ? [] : [[id, given]]))),
  );
  const [notes, setNotes] = useState(() => new Map(sheet.criteria.map(({ id, note }) => [id, note ?? ''])));
  const total = [...points.values()].reduce((sum, one) => sum + one, 0);
  const most = sheet.criteria.reduce((sum, { maxPoints }) => sum + maxPoints, 0);
  const columns: RecordColumn<Line>[] = [
    {
      key: 'criterion',
      title: t('bloc.criterion'),
      card: 'heading',
      render: ({ name, section }) => (
        <div>
          {name}
          {section !== '' && <div className="quiet">{section}</div>}
        </div>
      ),
    },
    {
      key: 'max',
      title: t('bloc.maxPoints'),
      width: 110,
      align: 'right',
      render: ({ maxPoints }) => formatInteger(maxPoints, locale),
    },
    ...(sheet.stage === 'check'
      ? [
          {
            key: 'self',
            title: t('bloc.sheet.stage.self'),
            width: 110,
            align: 'right' as const,
            render: ({ selfPoints }: Line) => (selfPoints === null ? '–' : formatInteger(selfPoints, locale)),
          },
        ]
      : []),
    {
      key: 'points',
      title: t('bloc.points'),
      width: 130,
      align: 'right',
      render: ({ id, name, maxPoints, points: given }) =>
        sheet.canWrite ? (
          <InputNumber
            aria-label={t('bloc.sheet.pointsOf', { criterion: name })}
            min={0}
            max={maxPoints}
            precision={0}
            value={points.get(id) ?? null}
            onChange={(value) => {
              const next = new Map(points);
              if (value === null) next.delete(id);
              else next.set(id, value);
              setPoints(next);
            }}
          />
        ) : (
          (given ?? '–')
        ),
    },
    {
      key: 'note',
      title: t('bloc.note'),
      render: ({ id, name, note }) =>
        sheet.canWrite ? (
          <Input
            aria-label={t('bloc.sheet.noteOf', { criterion: name })}
            maxLength={500}
            value={notes.get(id) ?? ''}
            onChange={({ target }) => setNotes(new Map(notes).set(id, target.value))}
          />
        ) : (
          note
        ),
    },
  ];
  const save = () => {
    const scores = [...points].map(([criterionId, given]) => ({
      criterionId,
      points: given,
      note: notes.get(criterionId)?.trim() || null,
    }));
    // Not by the callbacks of `mutate`: the sheet is read again first, and its next version takes this one off the page.
    writeSheet
      .mutateAsync({
        unitId: sheet.unit.id,
        stage: sheet.stage,
        version: sheet.version,
        total,
        scores,
      })
      .then(
        () => void message.success(t('bloc.sheet.saved')),
        () => {}, // shown as the command's error
      );
  };
  const fill = () =>
    setPoints(
      new Map(
        sheet.criteria.map(({ id, selfPoints, maxPoints }) => [
          id,
          points.get(id) ?? selfPoints ?? maxPoints,
        ]),
      ),
    );
  return (
    <Modal
      open
      width={960}
      title={t('bloc.sheet.title', {
        unit: names.unit(sheet.unit),
        stage: t(`bloc.sheet.stage.${sheet.stage}`),
      })}
      okText={t('bloc.sheet.save')}
      cancelText={t('bloc.sheet.close')}
      okButtonProps={{ disabled: !sheet.canWrite || points.size === 0, loading: writeSheet.isPending }}
      onOk={save}
      onCancel={onClose}
    >
      <div className="stack">
        {sheet.canWrite && (
          <div>
            <Button onClick={fill}>
              {t(sheet.stage === 'check' ? 'bloc.sheet.fillSelf' : 'bloc.sheet.fillFull')}
            </Button>
          </div>
        )}
        <p>
          {t('bloc.sheet.total', { total: formatInteger(total, locale), most: formatInteger(most, locale) })}
        </p>
        {writeSheet.error !== null && <ProblemAlert error={writeSheet.error} />}
        <RecordList
          label={t('bloc.criteria')}
          columns={columns}
          records={sheet.criteria}
          keyOf={({ id }) => id}
          empty={t('bloc.noCriteria')}
        />
      </div>
    </Modal>
  );
}
