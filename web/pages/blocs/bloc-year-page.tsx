import { Button, Flex, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { BlocYearDetail } from '../../../api/contract/index.ts';
import { BlocYearStatusTag } from '../../components/blocs/bloc-year-status-tag.tsx';
import { BlocYearView } from '../../components/blocs/bloc-year-view.tsx';
import { LoadedPage } from '../../components/loaded.tsx';
import { useNames } from '../../components/names.ts';
import { Page } from '../../components/page.tsx';
import { DateField } from '../../components/plans/date-field.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { useBlocYear, useBlocYearCommands } from '../../queries/blocs.ts';

/** A year of a bloc. */
export function BlocYearPage() {
  const { blocYearId = '' } = useParams();
  return <LoadedPage query={useBlocYear(blocYearId)}>{(year) => <Details year={year} />}</LoadedPage>;
}

function Details({ year }: { year: BlocYearDetail }) {
  const { t } = useTranslation();
  const names = useNames();
  const [starting, setStarting] = useState(false);
  return (
    <Page
      title={`${year.bloc.name}, ${t('bloc.ofYear', { year: year.year })}`}
      status={<BlocYearStatusTag status={year.status} />}
      subtitle={`${year.code} · ${t('bloc.ledBy', { unit: names.unit(year.leader) })}`}
      trail={[
        { title: t('nav.blocs'), to: '/blocs' },
        { title: year.bloc.name, to: `/blocs/${year.bloc.id}` },
      ]}
      actions={
        year.can.organise && year.status === 'draft' ? (
          <Button type="primary" onClick={() => setStarting(true)}>
            {t('bloc.start')}
          </Button>
        ) : undefined
      }
    >
      <BlocYearView year={year} />
      {starting && <StartDialog year={year} onClose={() => setStarting(false)} />}
    </Page>
  );
}

function StartDialog({ year, onClose }: { year: BlocYearDetail; onClose: () => void }) {
  const { t } = useTranslation();
  const { start } = useBlocYearCommands(year.id);
  const [pledgesDue, setPledges] = useState<string | null>(null);
  const [selfScoresDue, setSelf] = useState<string | null>(null);
  const [checksDue, setChecks] = useState<string | null>(null);
  const isReady = pledgesDue !== null && selfScoresDue !== null && checksDue !== null;
  return (
    <Modal
      open
      title={t('bloc.start')}
      okText={t('bloc.start')}
      cancelText={t('action.cancel')}
      okButtonProps={{ disabled: !isReady, loading: start.isPending }}
      onOk={() => isReady && start.mutate({ pledgesDue, selfScoresDue, checksDue }, { onSuccess: onClose })}
      onCancel={onClose}
    >
      <div className="stack">
        <p>{t('bloc.startHelp', { members: year.memberList.length })}</p>
        <Flex gap={16} wrap>
          <DateField label={t('bloc.pledgesDue')} value={pledgesDue} onChange={setPledges} />
          <DateField label={t('bloc.selfScoresDue')} value={selfScoresDue} onChange={setSelf} />
          <DateField label={t('bloc.checksDue')} value={checksDue} onChange={setChecks} />
        </Flex>
        {start.error !== null && <ProblemAlert error={start.error} />}
      </div>
    </Modal>
  );
}
