import { Button, Flex } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type {
  BlocMember,
  BlocSheet,
  BlocStage,
  BlocYearDetail,
  UnitRef,
} from '../../../api/contract/index.ts';
import { formatInteger } from '../../format/numbers.ts';
import { currentLocale } from '../../i18n.ts';
import { useNames } from '../names.ts';
import { type RecordColumn, RecordList } from '../record-list.tsx';
import { ToneTag } from '../tone-tag.tsx';
import { BlocSheetDialog } from './bloc-sheet-dialog.tsx';

/** The members of a year with their scores and what the vote found. */
export function BlocScores({ year }: { year: BlocYearDetail }) {
  const { t } = useTranslation();
  const names = useNames();
  const [opened, setOpened] = useState<{ unit: UnitRef; stage: BlocStage } | null>(null);
  const locale = currentLocale();
  const sheet = (member: BlocMember, stage: BlocStage, kept: BlocSheet | null) =>
    kept === null ? (
      '–'
    ) : (
      <Flex align="center" gap={8} wrap>
        <span>
          {kept.total === null
            ? '–'
            : `${formatInteger(kept.total, locale)} / ${formatInteger(year.maxPoints, locale)}`}
        </span>
        <Button
          size="small"
          type={kept.canWrite ? 'primary' : 'default'}
          onClick={() => setOpened({ unit: member.unit, stage })}
          aria-label={t(kept.canWrite ? 'bloc.sheet.writeOf' : 'bloc.sheet.readOf', {
            unit: names.unit(member.unit),
            stage: t(`bloc.sheet.stage.${stage}`),
          })}
        >
          {t(kept.canWrite ? 'bloc.sheet.write' : 'bloc.sheet.read')}
        </Button>
      </Flex>
    );
  const columns: RecordColumn<BlocMember>[] = [
    {
      key: 'unit',
      title: t('bloc.member'),
      card: 'heading',
      render: ({ unit, role }) => (
        <div>
          <span className="strong">{names.unit(unit)}</span>
          {role !== 'member' && <div className="quiet">{t(`bloc.role.${role}`)}</div>}
        </div>
      ),
    },
    {
      key: 'self',
      title: t('bloc.sheet.stage.self'),
      width: 190,
      render: (member) => sheet(member, 'self', member.self),
    },
    {
      key: 'check',
      title: t('bloc.sheet.stage.check'),
      width: 290,
      render: (member) => (
        <div>
          {sheet(member, 'check', member.check)}
          <div className="quiet">{t('bloc.checkedBy', { unit: names.unit(member.checker) })}</div>
        </div>
      ),
    },
    {
      key: 'vote',
      title: t('bloc.vote'),
      width: 190,
      render: ({ vote, dossier }) => (
        <div>
          <Vote vote={vote} />
          {dossier !== null && (
            <div>
              <Link to={`/dossiers/${dossier.id}`}>{t('bloc.dossier', { code: dossier.code })}</Link>
            </div>
          )}
        </div>
      ),
    },
  ];
  return (
    <>
      <RecordList
        label={t('bloc.members')}
        columns={columns}
        records={year.memberList}
        keyOf={({ unit }) => unit.id}
        empty=""
      />
      {opened !== null && <BlocSheetDialog yearId={year.id} {...opened} onClose={() => setOpened(null)} />}
    </>
  );
}

function Vote({ vote }: Pick<BlocMember, 'vote'>) {
  const { t } = useTranslation();
  if (vote === null) return <>–</>;
  if (vote.result === null) return <ToneTag>{t('bloc.voteWaits')}</ToneTag>;
  const counts = vote.inFavour === null ? null : `${vote.inFavour} / ${vote.total}`;
  return (
    <Flex align="center" gap={8} wrap>
      <ToneTag tone={vote.result === 'passed' ? 'green' : 'plain'}>
        {t(vote.result === 'passed' ? 'bloc.named' : 'bloc.notNamed')}
      </ToneTag>
      {counts !== null && <span>{counts}</span>}
    </Flex>
  );
}
